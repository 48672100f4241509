import mapAdobeCNS10 from 'pdfjs-dist/cmaps/Adobe-CNS1-0.bcmap' with { type: 'bytes' };
import mapAdobeCNS11 from 'pdfjs-dist/cmaps/Adobe-CNS1-1.bcmap' with { type: 'bytes' };
import mapAdobeCNS12 from 'pdfjs-dist/cmaps/Adobe-CNS1-2.bcmap' with { type: 'bytes' };
import mapAdobeCNS13 from 'pdfjs-dist/cmaps/Adobe-CNS1-3.bcmap' with { type: 'bytes' };
import mapAdobeCNS14 from 'pdfjs-dist/cmaps/Adobe-CNS1-4.bcmap' with { type: 'bytes' };
import mapAdobeCNS15 from 'pdfjs-dist/cmaps/Adobe-CNS1-5.bcmap' with { type: 'bytes' };
import mapAdobeCNS16 from 'pdfjs-dist/cmaps/Adobe-CNS1-6.bcmap' with { type: 'bytes' };
import mapAdobeCNS1UCS2 from 'pdfjs-dist/cmaps/Adobe-CNS1-UCS2.bcmap' with { type: 'bytes' };
import mapB5H from 'pdfjs-dist/cmaps/B5-H.bcmap' with { type: 'bytes' };
import mapB5V from 'pdfjs-dist/cmaps/B5-V.bcmap' with { type: 'bytes' };
import mapB5pcH from 'pdfjs-dist/cmaps/B5pc-H.bcmap' with { type: 'bytes' };
import mapB5pcV from 'pdfjs-dist/cmaps/B5pc-V.bcmap' with { type: 'bytes' };
import mapCNSEUCH from 'pdfjs-dist/cmaps/CNS-EUC-H.bcmap' with { type: 'bytes' };
import mapCNSEUCV from 'pdfjs-dist/cmaps/CNS-EUC-V.bcmap' with { type: 'bytes' };
import mapCNS1H from 'pdfjs-dist/cmaps/CNS1-H.bcmap' with { type: 'bytes' };
import mapCNS1V from 'pdfjs-dist/cmaps/CNS1-V.bcmap' with { type: 'bytes' };
import mapCNS2H from 'pdfjs-dist/cmaps/CNS2-H.bcmap' with { type: 'bytes' };
import mapCNS2V from 'pdfjs-dist/cmaps/CNS2-V.bcmap' with { type: 'bytes' };
import mapETenB5H from 'pdfjs-dist/cmaps/ETen-B5-H.bcmap' with { type: 'bytes' };
import mapETenB5V from 'pdfjs-dist/cmaps/ETen-B5-V.bcmap' with { type: 'bytes' };
import mapETenmsB5H from 'pdfjs-dist/cmaps/ETenms-B5-H.bcmap' with { type: 'bytes' };
import mapETenmsB5V from 'pdfjs-dist/cmaps/ETenms-B5-V.bcmap' with { type: 'bytes' };
import mapETHKB5H from 'pdfjs-dist/cmaps/ETHK-B5-H.bcmap' with { type: 'bytes' };
import mapETHKB5V from 'pdfjs-dist/cmaps/ETHK-B5-V.bcmap' with { type: 'bytes' };
import mapHKdlaB5H from 'pdfjs-dist/cmaps/HKdla-B5-H.bcmap' with { type: 'bytes' };
import mapHKdlaB5V from 'pdfjs-dist/cmaps/HKdla-B5-V.bcmap' with { type: 'bytes' };
import mapHKdlbB5H from 'pdfjs-dist/cmaps/HKdlb-B5-H.bcmap' with { type: 'bytes' };
import mapHKdlbB5V from 'pdfjs-dist/cmaps/HKdlb-B5-V.bcmap' with { type: 'bytes' };
import mapHKgccsB5H from 'pdfjs-dist/cmaps/HKgccs-B5-H.bcmap' with { type: 'bytes' };
import mapHKgccsB5V from 'pdfjs-dist/cmaps/HKgccs-B5-V.bcmap' with { type: 'bytes' };
import mapHKm314B5H from 'pdfjs-dist/cmaps/HKm314-B5-H.bcmap' with { type: 'bytes' };
import mapHKm314B5V from 'pdfjs-dist/cmaps/HKm314-B5-V.bcmap' with { type: 'bytes' };
import mapHKm471B5H from 'pdfjs-dist/cmaps/HKm471-B5-H.bcmap' with { type: 'bytes' };
import mapHKm471B5V from 'pdfjs-dist/cmaps/HKm471-B5-V.bcmap' with { type: 'bytes' };
import mapHKscsB5H from 'pdfjs-dist/cmaps/HKscs-B5-H.bcmap' with { type: 'bytes' };
import mapHKscsB5V from 'pdfjs-dist/cmaps/HKscs-B5-V.bcmap' with { type: 'bytes' };
import mapUniCNSUCS2H from 'pdfjs-dist/cmaps/UniCNS-UCS2-H.bcmap' with { type: 'bytes' };
import mapUniCNSUCS2V from 'pdfjs-dist/cmaps/UniCNS-UCS2-V.bcmap' with { type: 'bytes' };
import mapUniCNSUTF8H from 'pdfjs-dist/cmaps/UniCNS-UTF8-H.bcmap' with { type: 'bytes' };
import mapUniCNSUTF8V from 'pdfjs-dist/cmaps/UniCNS-UTF8-V.bcmap' with { type: 'bytes' };
import mapUniCNSUTF16H from 'pdfjs-dist/cmaps/UniCNS-UTF16-H.bcmap' with { type: 'bytes' };
import mapUniCNSUTF16V from 'pdfjs-dist/cmaps/UniCNS-UTF16-V.bcmap' with { type: 'bytes' };
import mapUniCNSUTF32H from 'pdfjs-dist/cmaps/UniCNS-UTF32-H.bcmap' with { type: 'bytes' };
import mapUniCNSUTF32V from 'pdfjs-dist/cmaps/UniCNS-UTF32-V.bcmap' with { type: 'bytes' };

/** Which characters the codes of Traditional Chinese fonts stand for, where a document does not say it itself. */
export const files = {
  'Adobe-CNS1-0.bcmap': mapAdobeCNS10,
  'Adobe-CNS1-1.bcmap': mapAdobeCNS11,
  'Adobe-CNS1-2.bcmap': mapAdobeCNS12,
  'Adobe-CNS1-3.bcmap': mapAdobeCNS13,
  'Adobe-CNS1-4.bcmap': mapAdobeCNS14,
  'Adobe-CNS1-5.bcmap': mapAdobeCNS15,
  'Adobe-CNS1-6.bcmap': mapAdobeCNS16,
  'Adobe-CNS1-UCS2.bcmap': mapAdobeCNS1UCS2,
  'B5-H.bcmap': mapB5H,
  'B5-V.bcmap': mapB5V,
  'B5pc-H.bcmap': mapB5pcH,
  'B5pc-V.bcmap': mapB5pcV,
  'CNS-EUC-H.bcmap': mapCNSEUCH,
  'CNS-EUC-V.bcmap': mapCNSEUCV,
  'CNS1-H.bcmap': mapCNS1H,
  'CNS1-V.bcmap': mapCNS1V,
  'CNS2-H.bcmap': mapCNS2H,
  'CNS2-V.bcmap': mapCNS2V,
  'ETHK-B5-H.bcmap': mapETHKB5H,
  'ETHK-B5-V.bcmap': mapETHKB5V,
  'ETen-B5-H.bcmap': mapETenB5H,
  'ETen-B5-V.bcmap': mapETenB5V,
  'ETenms-B5-H.bcmap': mapETenmsB5H,
  'ETenms-B5-V.bcmap': mapETenmsB5V,
  'HKdla-B5-H.bcmap': mapHKdlaB5H,
  'HKdla-B5-V.bcmap': mapHKdlaB5V,
  'HKdlb-B5-H.bcmap': mapHKdlbB5H,
  'HKdlb-B5-V.bcmap': mapHKdlbB5V,
  'HKgccs-B5-H.bcmap': mapHKgccsB5H,
  'HKgccs-B5-V.bcmap': mapHKgccsB5V,
  'HKm314-B5-H.bcmap': mapHKm314B5H,
  'HKm314-B5-V.bcmap': mapHKm314B5V,
  'HKm471-B5-H.bcmap': mapHKm471B5H,
  'HKm471-B5-V.bcmap': mapHKm471B5V,
  'HKscs-B5-H.bcmap': mapHKscsB5H,
  'HKscs-B5-V.bcmap': mapHKscsB5V,
  'UniCNS-UCS2-H.bcmap': mapUniCNSUCS2H,
  'UniCNS-UCS2-V.bcmap': mapUniCNSUCS2V,
  'UniCNS-UTF16-H.bcmap': mapUniCNSUTF16H,
  'UniCNS-UTF16-V.bcmap': mapUniCNSUTF16V,
  'UniCNS-UTF32-H.bcmap': mapUniCNSUTF32H,
  'UniCNS-UTF32-V.bcmap': mapUniCNSUTF32V,
  'UniCNS-UTF8-H.bcmap': mapUniCNSUTF8H,
  'UniCNS-UTF8-V.bcmap': mapUniCNSUTF8V,
};
