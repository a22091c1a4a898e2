-- What a map draws behind the relics has an English name where a source gives one.
ALTER TABLE outline ADD COLUMN name_en TEXT CHECK (name_en <> '');
ALTER TABLE river ADD COLUMN name_en TEXT CHECK (name_en <> '');

-- The styles of the layers, in the table where QGIS looks for them; the program fills it.
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT,
  styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT,
  ui TEXT, update_time TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
