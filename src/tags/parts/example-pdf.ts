const file = `%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>
endobj
4 0 obj
<</Length 167>>
stream
BT /F 20 Tf 24 156 Td (Invoice 2031) Tj /F 11 Tf 0 -30 Td (Paper, two boxes) Tj 0 -16 Td (Ink, black) Tj 0 -30 Td (Total due: 48.20) Tj ET
0.5 w 24 86 m 276 86 l S
endstream
endobj
5 0 obj
<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
endobj
trailer
<</Root 1 0 R>>
`;

/** An invoice of one page, as a data URL. */
export const examplePdf = `data:application/pdf,${encodeURIComponent(file)}`;
