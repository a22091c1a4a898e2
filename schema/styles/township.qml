<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields" labelsEnabled="1">
  <!-- The seat, whose accuracy is in metres; weaker than any relic. -->
  <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0" referencescale="-1">
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="square"/>
            <Option type="QString" name="color" value="253,252,248,255"/>
            <Option type="QString" name="outline_color" value="133,124,105,255"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="1.6"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="{{name}}" isExpression="1" fontFamily="Noto Sans CJK SC" fontSize="8" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="107,102,92,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="253,252,248,255" bufferOpacity="0.85"/>
      </text-style>
      <text-format wrapChar="" autoWrapLength="0"/>
      <placement placement="6" placementFlags="10" dist="1.2" distUnits="MM" priority="2" quadOffset="4" predefinedPositionOrder="R,L,T,B,TR,BR,TL,BL" offsetType="0"/>
      <rendering displayAll="0" obstacle="1" scaleVisibility="0" fontLimitPixelSize="0"/>
    </settings>
  </labeling>
  <aliases>
{{aliases}}  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>0</layerGeometryType>
</qgis>
