<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields" labelsEnabled="1">
  <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
    <symbols>
      <symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="line_color" value="157,192,208,255"/>
            <Option type="QString" name="line_width" value="0.6"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="line_style" value="solid"/>
            <Option type="QString" name="capstyle" value="round"/>
            <Option type="QString" name="joinstyle" value="round"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="{{name}}" isExpression="1" fontFamily="Noto Sans CJK SC" fontSize="9" fontSizeUnit="Point" fontWeight="50" fontItalic="1" textColor="79,132,160,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="247,242,228,255" bufferOpacity="0.85"/>
      </text-style>
      <text-format wrapChar="" autoWrapLength="0"/>
      <placement placement="2" placementFlags="10" dist="1.2" distUnits="MM" priority="3" quadOffset="4" predefinedPositionOrder="R,L,T,B,TR,BR,TL,BL" offsetType="0"/>
      <rendering displayAll="0" obstacle="0" scaleVisibility="0" fontLimitPixelSize="0"/>
    </settings>
  </labeling>
  <aliases>
{{aliases}}  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>1</layerGeometryType>
</qgis>
