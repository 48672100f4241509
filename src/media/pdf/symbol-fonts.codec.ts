import dingbats from 'pdfjs-dist/standard_fonts/FoxitDingbats.pfb' with { type: 'bytes' };
import symbol from 'pdfjs-dist/standard_fonts/FoxitSymbol.pfb' with { type: 'bytes' };

/** The two of the fourteen standard fonts for which a system has nothing alike. */
export const files = { 'FoxitDingbats.pfb': dingbats, 'FoxitSymbol.pfb': symbol };
