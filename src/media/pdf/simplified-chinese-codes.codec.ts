import mapAdobeGB10 from 'pdfjs-dist/cmaps/Adobe-GB1-0.bcmap' with { type: 'bytes' };
import mapAdobeGB11 from 'pdfjs-dist/cmaps/Adobe-GB1-1.bcmap' with { type: 'bytes' };
import mapAdobeGB12 from 'pdfjs-dist/cmaps/Adobe-GB1-2.bcmap' with { type: 'bytes' };
import mapAdobeGB13 from 'pdfjs-dist/cmaps/Adobe-GB1-3.bcmap' with { type: 'bytes' };
import mapAdobeGB14 from 'pdfjs-dist/cmaps/Adobe-GB1-4.bcmap' with { type: 'bytes' };
import mapAdobeGB15 from 'pdfjs-dist/cmaps/Adobe-GB1-5.bcmap' with { type: 'bytes' };
import mapAdobeGB1UCS2 from 'pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap' with { type: 'bytes' };
import mapGBEUCH from 'pdfjs-dist/cmaps/GB-EUC-H.bcmap' with { type: 'bytes' };
import mapGBEUCV from 'pdfjs-dist/cmaps/GB-EUC-V.bcmap' with { type: 'bytes' };
import mapGBH from 'pdfjs-dist/cmaps/GB-H.bcmap' with { type: 'bytes' };
import mapGBV from 'pdfjs-dist/cmaps/GB-V.bcmap' with { type: 'bytes' };
import mapGBKEUCH from 'pdfjs-dist/cmaps/GBK-EUC-H.bcmap' with { type: 'bytes' };
import mapGBKEUCV from 'pdfjs-dist/cmaps/GBK-EUC-V.bcmap' with { type: 'bytes' };
import mapGBK2KH from 'pdfjs-dist/cmaps/GBK2K-H.bcmap' with { type: 'bytes' };
import mapGBK2KV from 'pdfjs-dist/cmaps/GBK2K-V.bcmap' with { type: 'bytes' };
import mapGBKpEUCH from 'pdfjs-dist/cmaps/GBKp-EUC-H.bcmap' with { type: 'bytes' };
import mapGBKpEUCV from 'pdfjs-dist/cmaps/GBKp-EUC-V.bcmap' with { type: 'bytes' };
import mapGBpcEUCH from 'pdfjs-dist/cmaps/GBpc-EUC-H.bcmap' with { type: 'bytes' };
import mapGBpcEUCV from 'pdfjs-dist/cmaps/GBpc-EUC-V.bcmap' with { type: 'bytes' };
import mapGBTEUCH from 'pdfjs-dist/cmaps/GBT-EUC-H.bcmap' with { type: 'bytes' };
import mapGBTEUCV from 'pdfjs-dist/cmaps/GBT-EUC-V.bcmap' with { type: 'bytes' };
import mapGBTH from 'pdfjs-dist/cmaps/GBT-H.bcmap' with { type: 'bytes' };
import mapGBTV from 'pdfjs-dist/cmaps/GBT-V.bcmap' with { type: 'bytes' };
import mapGBTpcEUCH from 'pdfjs-dist/cmaps/GBTpc-EUC-H.bcmap' with { type: 'bytes' };
import mapGBTpcEUCV from 'pdfjs-dist/cmaps/GBTpc-EUC-V.bcmap' with { type: 'bytes' };
import mapUniGBUCS2H from 'pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap' with { type: 'bytes' };
import mapUniGBUCS2V from 'pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap' with { type: 'bytes' };
import mapUniGBUTF8H from 'pdfjs-dist/cmaps/UniGB-UTF8-H.bcmap' with { type: 'bytes' };
import mapUniGBUTF8V from 'pdfjs-dist/cmaps/UniGB-UTF8-V.bcmap' with { type: 'bytes' };
import mapUniGBUTF16H from 'pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap' with { type: 'bytes' };
import mapUniGBUTF16V from 'pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap' with { type: 'bytes' };
import mapUniGBUTF32H from 'pdfjs-dist/cmaps/UniGB-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniGBUTF32V from 'pdfjs-dist/cmaps/UniGB-UTF32-V.bcmap' with { type: 'bytes' };

/** Which characters the codes of Simplified Chinese fonts stand for, where a document does not say it itself. */
export const files = {
  'Adobe-GB1-0.bcmap': mapAdobeGB10,
  'Adobe-GB1-1.bcmap': mapAdobeGB11,
  'Adobe-GB1-2.bcmap': mapAdobeGB12,
  'Adobe-GB1-3.bcmap': mapAdobeGB13,
  'Adobe-GB1-4.bcmap': mapAdobeGB14,
  'Adobe-GB1-5.bcmap': mapAdobeGB15,
  'Adobe-GB1-UCS2.bcmap': mapAdobeGB1UCS2,
  'GB-EUC-H.bcmap': mapGBEUCH,
  'GB-EUC-V.bcmap': mapGBEUCV,
  'GB-H.bcmap': mapGBH,
  'GB-V.bcmap': mapGBV,
  'GBK-EUC-H.bcmap': mapGBKEUCH,
  'GBK-EUC-V.bcmap': mapGBKEUCV,
  'GBK2K-H.bcmap': mapGBK2KH,
  'GBK2K-V.bcmap': mapGBK2KV,
  'GBKp-EUC-H.bcmap': mapGBKpEUCH,
  'GBKp-EUC-V.bcmap': mapGBKpEUCV,
  'GBT-EUC-H.bcmap': mapGBTEUCH,
  'GBT-EUC-V.bcmap': mapGBTEUCV,
  'GBT-H.bcmap': mapGBTH,
  'GBT-V.bcmap': mapGBTV,
  'GBTpc-EUC-H.bcmap': mapGBTpcEUCH,
  'GBTpc-EUC-V.bcmap': mapGBTpcEUCV,
  'GBpc-EUC-H.bcmap': mapGBpcEUCH,
  'GBpc-EUC-V.bcmap': mapGBpcEUCV,
  'UniGB-UCS2-H.bcmap': mapUniGBUCS2H,
  'UniGB-UCS2-V.bcmap': mapUniGBUCS2V,
  'UniGB-UTF16-H.bcmap': mapUniGBUTF16H,
  'UniGB-UTF16-V.bcmap': mapUniGBUTF16V,
  'UniGB-UTF32-H.bcmap': mapUniGBUTF32H,
  'UniGB-UTF32-V.bcmap': mapUniGBUTF32V,
  'UniGB-UTF8-H.bcmap': mapUniGBUTF8H,
  'UniGB-UTF8-V.bcmap': mapUniGBUTF8V,
};
