const names = (list: string) => new Set(list.trim().split(/\s+/));

/** The parts of a page that are seen. */
export const pageKeys = names("MediaBox CropBox Rotate UserUnit Resources Contents Group");

/** What a page's content may use, each a list by names of its own. */
export const resourceKeys = names("Font XObject ColorSpace ExtGState Pattern Shading");

/**
 * Every key that says how something looks (ISO 32000-1, chapters 7 to 9, 11). What isn't named here says
 * who made it, when, of what, or what to do with it, and stays behind.
 */
export const seenKeys = names(`
  Type Subtype S N K I D
  Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte
  FormType BBox Matrix Resources Group CS G BC TR TR2
  LW LC LJ ML RI OP op OPM Font BG BG2 UCR UCR2 FL SM SA BM CA ca AIS TK
  FunctionType Domain Range Size BitsPerSample Order Encode C0 C1 Functions Bounds
  ShadingType Background AntiAlias Coords Function Extend BitsPerCoordinate BitsPerFlag VerticesPerRow
  PatternType PaintType TilingType XStep YStep Shading ExtGState
  WhitePoint BlackPoint Gamma
  BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts CharProcs FontBBox FontMatrix
  CIDSystemInfo DW W DW2 W2 CIDToGIDMap Registry Ordering Supplement
  FontName FontWeight FontStretch Flags ItalicAngle Ascent Descent CapHeight XHeight StemV StemH AvgWidth MaxWidth
  MissingWidth Leading FontFile FontFile2 FontFile3 Length1 Length2 Length3
  BaseEncoding Differences CMapName WMode UseCMap
  Predictor Colors Columns EarlyChange EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError
  ColorTransform JBIG2Globals`);
