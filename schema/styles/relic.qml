<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling|Fields" labelsEnabled="1">
  <!-- Below, the circle of the accuracy in metres on the ground; above, the sign of the level, which is
       hollow where the point is not the relic's own. Of relics at one point the highest is on top. -->
  <renderer-v2 type="categorizedSymbol" attr="protection_level" symbollevels="0" enableorderby="1" forceraster="0" referencescale="-1">
    <categories>
      <category render="true" symbol="0" value="national" label="{{national}}"/>
      <category render="true" symbol="1" value="provincial" label="{{provincial}}"/>
      <category render="true" symbol="2" value="municipal" label="{{municipal}}"/>
      <category render="true" symbol="3" value="county" label="{{county}}"/>
      <category render="true" symbol="4" value="registered" label="{{registered}}"/>
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="163,51,31,20"/>
            <Option type="QString" name="outline_color" value="163,51,31,150"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="coalesce(2 * &quot;coord_accuracy_m&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="star"/>
            <Option type="QString" name="color" value="163,51,31,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="4.6"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(163,51,31), color_rgba(255, 255, 255, 200))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(255, 255, 255), color_rgb(163,51,31))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="184,116,26,20"/>
            <Option type="QString" name="outline_color" value="184,116,26,150"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="coalesce(2 * &quot;coord_accuracy_m&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="color" value="184,116,26,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="3.8"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(184,116,26), color_rgba(255, 255, 255, 200))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(255, 255, 255), color_rgb(184,116,26))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="111,91,149,20"/>
            <Option type="QString" name="outline_color" value="111,91,149,150"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="coalesce(2 * &quot;coord_accuracy_m&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="triangle"/>
            <Option type="QString" name="color" value="111,91,149,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="3.4"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(111,91,149), color_rgba(255, 255, 255, 200))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(255, 255, 255), color_rgb(111,91,149))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="31,116,104,20"/>
            <Option type="QString" name="outline_color" value="31,116,104,150"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="coalesce(2 * &quot;coord_accuracy_m&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="square"/>
            <Option type="QString" name="color" value="31,116,104,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="2.8"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(31,116,104), color_rgba(255, 255, 255, 200))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(255, 255, 255), color_rgb(31,116,104))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="84,96,107,20"/>
            <Option type="QString" name="outline_color" value="84,96,107,150"/>
            <Option type="QString" name="outline_width" value="0.25"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="0"/>
            <Option type="QString" name="size_unit" value="RenderMetersInMapUnits"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="coalesce(2 * &quot;coord_accuracy_m&quot;, 0)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="84,96,107,255"/>
            <Option type="QString" name="outline_color" value="255,255,255,255"/>
            <Option type="QString" name="outline_width" value="0.2"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="size" value="2.4"/>
            <Option type="QString" name="size_unit" value="MM"/>
          </Option>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(84,96,107), color_rgba(255, 255, 255, 200))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="if(&quot;coord_accuracy_m&quot; &lt;= 100 AND &quot;coord_method&quot; NOT IN ('township_seat', 'derived', 'literature', 'generalised', 'generated'), color_rgb(255, 255, 255), color_rgb(84,96,107))"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <orderby>
      <orderByClause asc="0" nullsFirst="0">CASE WHEN &quot;protection_level&quot; = 'national' THEN 0 WHEN &quot;protection_level&quot; = 'provincial' THEN 1 WHEN &quot;protection_level&quot; = 'municipal' THEN 2 WHEN &quot;protection_level&quot; = 'county' THEN 3 ELSE 4 END</orderByClause>
    </orderby>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="{{label}}" isExpression="1" fontFamily="Noto Sans CJK SC" fontSize="9" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="46,43,38,255" textOpacity="1">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="253,252,248,255" bufferOpacity="0.85"/>
      </text-style>
      <text-format wrapChar="" autoWrapLength="0"/>
      <placement placement="6" placementFlags="10" dist="1.2" distUnits="MM" priority="5" quadOffset="4" predefinedPositionOrder="R,L,T,B,TR,BR,TL,BL" offsetType="0"/>
      <rendering displayAll="0" obstacle="1" scaleVisibility="0" fontLimitPixelSize="0"/>
      <dd_properties>
        <Option type="Map">
          <Option type="QString" name="name" value=""/>
          <Option type="Map" name="properties">
            <Option type="Map" name="Priority">
              <Option type="bool" name="active" value="true"/>
              <Option type="QString" name="expression" value="10 - 2 * (CASE WHEN &quot;protection_level&quot; = 'national' THEN 0 WHEN &quot;protection_level&quot; = 'provincial' THEN 1 WHEN &quot;protection_level&quot; = 'municipal' THEN 2 WHEN &quot;protection_level&quot; = 'county' THEN 3 ELSE 4 END)"/>
              <Option type="int" name="type" value="3"/>
            </Option>
            <Option type="Map" name="Bold">
              <Option type="bool" name="active" value="true"/>
              <Option type="QString" name="expression" value="&quot;protection_level&quot; = 'national'"/>
              <Option type="int" name="type" value="3"/>
            </Option>
          </Option>
          <Option type="QString" name="type" value="collection"/>
        </Option>
      </dd_properties>
    </settings>
  </labeling>
  <aliases>
{{aliases}}  </aliases>
  <blendMode>0</blendMode>
  <layerGeometryType>0</layerGeometryType>
</qgis>
