import map78EUCH from 'pdfjs-dist/cmaps/78-EUC-H.bcmap' with { type: 'bytes' };
import map78EUCV from 'pdfjs-dist/cmaps/78-EUC-V.bcmap' with { type: 'bytes' };
import map78H from 'pdfjs-dist/cmaps/78-H.bcmap' with { type: 'bytes' };
import map78RKSJH from 'pdfjs-dist/cmaps/78-RKSJ-H.bcmap' with { type: 'bytes' };
import map78RKSJV from 'pdfjs-dist/cmaps/78-RKSJ-V.bcmap' with { type: 'bytes' };
import map78V from 'pdfjs-dist/cmaps/78-V.bcmap' with { type: 'bytes' };
import map78msRKSJH from 'pdfjs-dist/cmaps/78ms-RKSJ-H.bcmap' with { type: 'bytes' };
import map78msRKSJV from 'pdfjs-dist/cmaps/78ms-RKSJ-V.bcmap' with { type: 'bytes' };
import map83pvRKSJH from 'pdfjs-dist/cmaps/83pv-RKSJ-H.bcmap' with { type: 'bytes' };
import map90msRKSJH from 'pdfjs-dist/cmaps/90ms-RKSJ-H.bcmap' with { type: 'bytes' };
import map90msRKSJV from 'pdfjs-dist/cmaps/90ms-RKSJ-V.bcmap' with { type: 'bytes' };
import map90mspRKSJH from 'pdfjs-dist/cmaps/90msp-RKSJ-H.bcmap' with { type: 'bytes' };
import map90mspRKSJV from 'pdfjs-dist/cmaps/90msp-RKSJ-V.bcmap' with { type: 'bytes' };
import map90pvRKSJH from 'pdfjs-dist/cmaps/90pv-RKSJ-H.bcmap' with { type: 'bytes' };
import map90pvRKSJV from 'pdfjs-dist/cmaps/90pv-RKSJ-V.bcmap' with { type: 'bytes' };
import mapAddH from 'pdfjs-dist/cmaps/Add-H.bcmap' with { type: 'bytes' };
import mapAddRKSJH from 'pdfjs-dist/cmaps/Add-RKSJ-H.bcmap' with { type: 'bytes' };
import mapAddRKSJV from 'pdfjs-dist/cmaps/Add-RKSJ-V.bcmap' with { type: 'bytes' };
import mapAddV from 'pdfjs-dist/cmaps/Add-V.bcmap' with { type: 'bytes' };
import mapAdobeJapan10 from 'pdfjs-dist/cmaps/Adobe-Japan1-0.bcmap' with { type: 'bytes' };
import mapAdobeJapan11 from 'pdfjs-dist/cmaps/Adobe-Japan1-1.bcmap' with { type: 'bytes' };
import mapAdobeJapan12 from 'pdfjs-dist/cmaps/Adobe-Japan1-2.bcmap' with { type: 'bytes' };
import mapAdobeJapan13 from 'pdfjs-dist/cmaps/Adobe-Japan1-3.bcmap' with { type: 'bytes' };
import mapAdobeJapan14 from 'pdfjs-dist/cmaps/Adobe-Japan1-4.bcmap' with { type: 'bytes' };
import mapAdobeJapan15 from 'pdfjs-dist/cmaps/Adobe-Japan1-5.bcmap' with { type: 'bytes' };
import mapAdobeJapan16 from 'pdfjs-dist/cmaps/Adobe-Japan1-6.bcmap' with { type: 'bytes' };
import mapAdobeJapan1UCS2 from 'pdfjs-dist/cmaps/Adobe-Japan1-UCS2.bcmap' with { type: 'bytes' };
import mapEUCH from 'pdfjs-dist/cmaps/EUC-H.bcmap' with { type: 'bytes' };
import mapEUCV from 'pdfjs-dist/cmaps/EUC-V.bcmap' with { type: 'bytes' };
import mapExtH from 'pdfjs-dist/cmaps/Ext-H.bcmap' with { type: 'bytes' };
import mapExtRKSJH from 'pdfjs-dist/cmaps/Ext-RKSJ-H.bcmap' with { type: 'bytes' };
import mapExtRKSJV from 'pdfjs-dist/cmaps/Ext-RKSJ-V.bcmap' with { type: 'bytes' };
import mapExtV from 'pdfjs-dist/cmaps/Ext-V.bcmap' with { type: 'bytes' };
import mapH from 'pdfjs-dist/cmaps/H.bcmap' with { type: 'bytes' };
import mapHankaku from 'pdfjs-dist/cmaps/Hankaku.bcmap' with { type: 'bytes' };
import mapHiragana from 'pdfjs-dist/cmaps/Hiragana.bcmap' with { type: 'bytes' };
import mapKatakana from 'pdfjs-dist/cmaps/Katakana.bcmap' with { type: 'bytes' };
import mapNWPH from 'pdfjs-dist/cmaps/NWP-H.bcmap' with { type: 'bytes' };
import mapNWPV from 'pdfjs-dist/cmaps/NWP-V.bcmap' with { type: 'bytes' };
import mapRKSJH from 'pdfjs-dist/cmaps/RKSJ-H.bcmap' with { type: 'bytes' };
import mapRKSJV from 'pdfjs-dist/cmaps/RKSJ-V.bcmap' with { type: 'bytes' };
import mapRoman from 'pdfjs-dist/cmaps/Roman.bcmap' with { type: 'bytes' };
import mapUniJISUCS2H from 'pdfjs-dist/cmaps/UniJIS-UCS2-H.bcmap' with { type: 'bytes' };
import mapUniJISUCS2HWH from 'pdfjs-dist/cmaps/UniJIS-UCS2-HW-H.bcmap' with { type: 'bytes' };
import mapUniJISUCS2HWV from 'pdfjs-dist/cmaps/UniJIS-UCS2-HW-V.bcmap' with { type: 'bytes' };
import mapUniJISUCS2V from 'pdfjs-dist/cmaps/UniJIS-UCS2-V.bcmap' with { type: 'bytes' };
import mapUniJISUTF8H from 'pdfjs-dist/cmaps/UniJIS-UTF8-H.bcmap' with { type: 'bytes' };
import mapUniJISUTF8V from 'pdfjs-dist/cmaps/UniJIS-UTF8-V.bcmap' with { type: 'bytes' };
import mapUniJISUTF16H from 'pdfjs-dist/cmaps/UniJIS-UTF16-H.bcmap' with { type: 'bytes' };
import mapUniJISUTF16V from 'pdfjs-dist/cmaps/UniJIS-UTF16-V.bcmap' with { type: 'bytes' };
import mapUniJISUTF32H from 'pdfjs-dist/cmaps/UniJIS-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniJISUTF32V from 'pdfjs-dist/cmaps/UniJIS-UTF32-V.bcmap' with { type: 'bytes' };
import mapUniJIS2004UTF8H from 'pdfjs-dist/cmaps/UniJIS2004-UTF8-H.bcmap' with { type: 'bytes' };
import mapUniJIS2004UTF8V from 'pdfjs-dist/cmaps/UniJIS2004-UTF8-V.bcmap' with { type: 'bytes' };
import mapUniJIS2004UTF16H from 'pdfjs-dist/cmaps/UniJIS2004-UTF16-H.bcmap' with { type: 'bytes' };
import mapUniJIS2004UTF16V from 'pdfjs-dist/cmaps/UniJIS2004-UTF16-V.bcmap' with { type: 'bytes' };
import mapUniJIS2004UTF32H from 'pdfjs-dist/cmaps/UniJIS2004-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniJIS2004UTF32V from 'pdfjs-dist/cmaps/UniJIS2004-UTF32-V.bcmap' with { type: 'bytes' };
import mapUniJISProUCS2HWV from 'pdfjs-dist/cmaps/UniJISPro-UCS2-HW-V.bcmap' with { type: 'bytes' };
import mapUniJISProUCS2V from 'pdfjs-dist/cmaps/UniJISPro-UCS2-V.bcmap' with { type: 'bytes' };
import mapUniJISProUTF8V from 'pdfjs-dist/cmaps/UniJISPro-UTF8-V.bcmap' with { type: 'bytes' };
import mapUniJISX0213UTF32H from 'pdfjs-dist/cmaps/UniJISX0213-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniJISX0213UTF32V from 'pdfjs-dist/cmaps/UniJISX0213-UTF32-V.bcmap' with { type: 'bytes' };
import mapUniJISX02132004UTF32H from 'pdfjs-dist/cmaps/UniJISX02132004-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniJISX02132004UTF32V from 'pdfjs-dist/cmaps/UniJISX02132004-UTF32-V.bcmap' with { type: 'bytes' };
import mapV from 'pdfjs-dist/cmaps/V.bcmap' with { type: 'bytes' };
import mapWPSymbol from 'pdfjs-dist/cmaps/WP-Symbol.bcmap' with { type: 'bytes' };

/** Which characters the codes of Japanese fonts stand for, where a document does not say it itself. */
export const files = {
  '78-EUC-H.bcmap': map78EUCH,
  '78-EUC-V.bcmap': map78EUCV,
  '78-H.bcmap': map78H,
  '78-RKSJ-H.bcmap': map78RKSJH,
  '78-RKSJ-V.bcmap': map78RKSJV,
  '78-V.bcmap': map78V,
  '78ms-RKSJ-H.bcmap': map78msRKSJH,
  '78ms-RKSJ-V.bcmap': map78msRKSJV,
  '83pv-RKSJ-H.bcmap': map83pvRKSJH,
  '90ms-RKSJ-H.bcmap': map90msRKSJH,
  '90ms-RKSJ-V.bcmap': map90msRKSJV,
  '90msp-RKSJ-H.bcmap': map90mspRKSJH,
  '90msp-RKSJ-V.bcmap': map90mspRKSJV,
  '90pv-RKSJ-H.bcmap': map90pvRKSJH,
  '90pv-RKSJ-V.bcmap': map90pvRKSJV,
  'Add-H.bcmap': mapAddH,
  'Add-RKSJ-H.bcmap': mapAddRKSJH,
  'Add-RKSJ-V.bcmap': mapAddRKSJV,
  'Add-V.bcmap': mapAddV,
  'Adobe-Japan1-0.bcmap': mapAdobeJapan10,
  'Adobe-Japan1-1.bcmap': mapAdobeJapan11,
  'Adobe-Japan1-2.bcmap': mapAdobeJapan12,
  'Adobe-Japan1-3.bcmap': mapAdobeJapan13,
  'Adobe-Japan1-4.bcmap': mapAdobeJapan14,
  'Adobe-Japan1-5.bcmap': mapAdobeJapan15,
  'Adobe-Japan1-6.bcmap': mapAdobeJapan16,
  'Adobe-Japan1-UCS2.bcmap': mapAdobeJapan1UCS2,
  'EUC-H.bcmap': mapEUCH,
  'EUC-V.bcmap': mapEUCV,
  'Ext-H.bcmap': mapExtH,
  'Ext-RKSJ-H.bcmap': mapExtRKSJH,
  'Ext-RKSJ-V.bcmap': mapExtRKSJV,
  'Ext-V.bcmap': mapExtV,
  'H.bcmap': mapH,
  'Hankaku.bcmap': mapHankaku,
  'Hiragana.bcmap': mapHiragana,
  'Katakana.bcmap': mapKatakana,
  'NWP-H.bcmap': mapNWPH,
  'NWP-V.bcmap': mapNWPV,
  'RKSJ-H.bcmap': mapRKSJH,
  'RKSJ-V.bcmap': mapRKSJV,
  'Roman.bcmap': mapRoman,
  'UniJIS-UCS2-H.bcmap': mapUniJISUCS2H,
  'UniJIS-UCS2-HW-H.bcmap': mapUniJISUCS2HWH,
  'UniJIS-UCS2-HW-V.bcmap': mapUniJISUCS2HWV,
  'UniJIS-UCS2-V.bcmap': mapUniJISUCS2V,
  'UniJIS-UTF16-H.bcmap': mapUniJISUTF16H,
  'UniJIS-UTF16-V.bcmap': mapUniJISUTF16V,
  'UniJIS-UTF32-H.bcmap': mapUniJISUTF32H,
  'UniJIS-UTF32-V.bcmap': mapUniJISUTF32V,
  'UniJIS-UTF8-H.bcmap': mapUniJISUTF8H,
  'UniJIS-UTF8-V.bcmap': mapUniJISUTF8V,
  'UniJIS2004-UTF16-H.bcmap': mapUniJIS2004UTF16H,
  'UniJIS2004-UTF16-V.bcmap': mapUniJIS2004UTF16V,
  'UniJIS2004-UTF32-H.bcmap': mapUniJIS2004UTF32H,
  'UniJIS2004-UTF32-V.bcmap': mapUniJIS2004UTF32V,
  'UniJIS2004-UTF8-H.bcmap': mapUniJIS2004UTF8H,
  'UniJIS2004-UTF8-V.bcmap': mapUniJIS2004UTF8V,
  'UniJISPro-UCS2-HW-V.bcmap': mapUniJISProUCS2HWV,
  'UniJISPro-UCS2-V.bcmap': mapUniJISProUCS2V,
  'UniJISPro-UTF8-V.bcmap': mapUniJISProUTF8V,
  'UniJISX0213-UTF32-H.bcmap': mapUniJISX0213UTF32H,
  'UniJISX0213-UTF32-V.bcmap': mapUniJISX0213UTF32V,
  'UniJISX02132004-UTF32-H.bcmap': mapUniJISX02132004UTF32H,
  'UniJISX02132004-UTF32-V.bcmap': mapUniJISX02132004UTF32V,
  'V.bcmap': mapV,
  'WP-Symbol.bcmap': mapWPSymbol,
};
