import mapAdobeKorea10 from 'pdfjs-dist/cmaps/Adobe-Korea1-0.bcmap' with { type: 'bytes' };
import mapAdobeKorea11 from 'pdfjs-dist/cmaps/Adobe-Korea1-1.bcmap' with { type: 'bytes' };
import mapAdobeKorea12 from 'pdfjs-dist/cmaps/Adobe-Korea1-2.bcmap' with { type: 'bytes' };
import mapAdobeKorea1UCS2 from 'pdfjs-dist/cmaps/Adobe-Korea1-UCS2.bcmap' with { type: 'bytes' };
import mapKSCEUCH from 'pdfjs-dist/cmaps/KSC-EUC-H.bcmap' with { type: 'bytes' };
import mapKSCEUCV from 'pdfjs-dist/cmaps/KSC-EUC-V.bcmap' with { type: 'bytes' };
import mapKSCH from 'pdfjs-dist/cmaps/KSC-H.bcmap' with { type: 'bytes' };
import mapKSCJohabH from 'pdfjs-dist/cmaps/KSC-Johab-H.bcmap' with { type: 'bytes' };
import mapKSCJohabV from 'pdfjs-dist/cmaps/KSC-Johab-V.bcmap' with { type: 'bytes' };
import mapKSCV from 'pdfjs-dist/cmaps/KSC-V.bcmap' with { type: 'bytes' };
import mapKSCmsUHCH from 'pdfjs-dist/cmaps/KSCms-UHC-H.bcmap' with { type: 'bytes' };
import mapKSCmsUHCHWH from 'pdfjs-dist/cmaps/KSCms-UHC-HW-H.bcmap' with { type: 'bytes' };
import mapKSCmsUHCHWV from 'pdfjs-dist/cmaps/KSCms-UHC-HW-V.bcmap' with { type: 'bytes' };
import mapKSCmsUHCV from 'pdfjs-dist/cmaps/KSCms-UHC-V.bcmap' with { type: 'bytes' };
import mapKSCpcEUCH from 'pdfjs-dist/cmaps/KSCpc-EUC-H.bcmap' with { type: 'bytes' };
import mapKSCpcEUCV from 'pdfjs-dist/cmaps/KSCpc-EUC-V.bcmap' with { type: 'bytes' };
import mapUniKSUCS2H from 'pdfjs-dist/cmaps/UniKS-UCS2-H.bcmap' with { type: 'bytes' };
import mapUniKSUCS2V from 'pdfjs-dist/cmaps/UniKS-UCS2-V.bcmap' with { type: 'bytes' };
import mapUniKSUTF8H from 'pdfjs-dist/cmaps/UniKS-UTF8-H.bcmap' with { type: 'bytes' };
import mapUniKSUTF8V from 'pdfjs-dist/cmaps/UniKS-UTF8-V.bcmap' with { type: 'bytes' };
import mapUniKSUTF16H from 'pdfjs-dist/cmaps/UniKS-UTF16-H.bcmap' with { type: 'bytes' };
import mapUniKSUTF16V from 'pdfjs-dist/cmaps/UniKS-UTF16-V.bcmap' with { type: 'bytes' };
import mapUniKSUTF32H from 'pdfjs-dist/cmaps/UniKS-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniKSUTF32V from 'pdfjs-dist/cmaps/UniKS-UTF32-V.bcmap' with { type: 'bytes' };

/** Which characters the codes of Korean fonts stand for, where a document does not say it itself. */
export const files = {
  'Adobe-Korea1-0.bcmap': mapAdobeKorea10,
  'Adobe-Korea1-1.bcmap': mapAdobeKorea11,
  'Adobe-Korea1-2.bcmap': mapAdobeKorea12,
  'Adobe-Korea1-UCS2.bcmap': mapAdobeKorea1UCS2,
  'KSC-EUC-H.bcmap': mapKSCEUCH,
  'KSC-EUC-V.bcmap': mapKSCEUCV,
  'KSC-H.bcmap': mapKSCH,
  'KSC-Johab-H.bcmap': mapKSCJohabH,
  'KSC-Johab-V.bcmap': mapKSCJohabV,
  'KSC-V.bcmap': mapKSCV,
  'KSCms-UHC-H.bcmap': mapKSCmsUHCH,
  'KSCms-UHC-HW-H.bcmap': mapKSCmsUHCHWH,
  'KSCms-UHC-HW-V.bcmap': mapKSCmsUHCHWV,
  'KSCms-UHC-V.bcmap': mapKSCmsUHCV,
  'KSCpc-EUC-H.bcmap': mapKSCpcEUCH,
  'KSCpc-EUC-V.bcmap': mapKSCpcEUCV,
  'UniKS-UCS2-H.bcmap': mapUniKSUCS2H,
  'UniKS-UCS2-V.bcmap': mapUniKSUCS2V,
  'UniKS-UTF16-H.bcmap': mapUniKSUTF16H,
  'UniKS-UTF16-V.bcmap': mapUniKSUTF16V,
  'UniKS-UTF32-H.bcmap': mapUniKSUTF32H,
  'UniKS-UTF32-V.bcmap': mapUniKSUTF32V,
  'UniKS-UTF8-H.bcmap': mapUniKSUTF8H,
  'UniKS-UTF8-V.bcmap': mapUniKSUTF8V,
};
