/** How a frame's pixels are packed. `native`: not at all. */
export type Coding = 'native' | 'deflate' | 'rle' | 'jpeg' | 'jpeg-ls' | 'jpeg-2000' | 'htj2k';

export interface TransferSyntax {
  readonly uid: string;
  /** Whether elements carry their value representation. */
  readonly explicit: boolean;
  readonly bigEndian: boolean;
  /** Whether all behind the file meta information is deflated. */
  readonly deflated: boolean;
  /** Undefined: one that is not decoded, called `name`. */
  readonly coding: Coding | undefined;
  readonly name: string;
}

const ROOT = '1.2.840.10008.1.2';
export const IMPLICIT_LITTLE = ROOT;
export const EXPLICIT_LITTLE = `${ROOT}.1`;
export const EXPLICIT_BIG = `${ROOT}.2`;

/** By what follows the root `1.2.840.10008.1.2`. */
const codings: Readonly<Record<string, readonly [coding: Coding | undefined, name: string]>> = {
  '': ['native', 'Implicit VR Little Endian'],
  '.1': ['native', 'Explicit VR Little Endian'],
  '.1.98': ['native', 'Encapsulated Uncompressed'],
  '.1.99': ['native', 'Deflated Explicit VR Little Endian'],
  '.2': ['native', 'Explicit VR Big Endian'],
  '.5': ['rle', 'RLE'],
  '.8.1': ['deflate', 'Deflated Image Frame'],
  '.4.50': ['jpeg', 'JPEG Baseline'],
  '.4.51': ['jpeg', 'JPEG Extended'],
  '.4.53': ['jpeg', 'JPEG Spectral Selection'],
  '.4.55': ['jpeg', 'JPEG Full Progression'],
  '.4.57': ['jpeg', 'JPEG Lossless'],
  '.4.70': ['jpeg', 'JPEG Lossless, Selection Value 1'],
  '.4.80': ['jpeg-ls', 'JPEG-LS Lossless'],
  '.4.81': ['jpeg-ls', 'JPEG-LS Near-lossless'],
  '.4.90': ['jpeg-2000', 'JPEG 2000 Lossless'],
  '.4.91': ['jpeg-2000', 'JPEG 2000'],
  '.4.201': ['htj2k', 'High-Throughput JPEG 2000 Lossless'],
  '.4.202': ['htj2k', 'High-Throughput JPEG 2000 Lossless RPCL'],
  '.4.203': ['htj2k', 'High-Throughput JPEG 2000'],
  '.4.92': [undefined, 'JPEG 2000 Multi-component Lossless'],
  '.4.93': [undefined, 'JPEG 2000 Multi-component'],
  '.4.94': [undefined, 'JPIP Referenced'],
  '.4.95': [undefined, 'JPIP Referenced Deflate'],
  '.4.204': [undefined, 'JPIP HTJ2K Referenced'],
  '.4.205': [undefined, 'JPIP HTJ2K Referenced Deflate'],
  '.4.100': [undefined, 'MPEG-2 video'],
  '.4.101': [undefined, 'MPEG-2 video'],
  '.4.102': [undefined, 'MPEG-4 AVC/H.264 video'],
  '.4.103': [undefined, 'MPEG-4 AVC/H.264 video'],
  '.4.104': [undefined, 'MPEG-4 AVC/H.264 video'],
  '.4.105': [undefined, 'MPEG-4 AVC/H.264 video'],
  '.4.106': [undefined, 'MPEG-4 AVC/H.264 video'],
  '.4.107': [undefined, 'HEVC/H.265 video'],
  '.4.108': [undefined, 'HEVC/H.265 video'],
  '.4.110': [undefined, 'JPEG XL Lossless'],
  '.4.111': [undefined, 'JPEG XL (JPEG Recompression)'],
  '.4.112': [undefined, 'JPEG XL'],
};

/** @param uid as in the file meta information, without padding */
export function transferSyntaxOf(uid: string): TransferSyntax {
  // Editions of MPEG have a variant for fragments that ends in .1.
  const suffix = uid === ROOT || uid.startsWith(`${ROOT}.`) ? uid.slice(ROOT.length) : undefined;
  const [coding, name] = codings[suffix ?? '?'] ?? codings[suffix?.replace(/(\.4\.10\d)\.1$/, '$1') ?? '?'] ?? [];
  return {
    uid,
    explicit: uid !== IMPLICIT_LITTLE,
    bigEndian: uid === EXPLICIT_BIG,
    deflated: suffix === '.1.99' || suffix === '.4.95' || suffix === '.4.205',
    coding,
    name: name ?? uid,
  };
}
