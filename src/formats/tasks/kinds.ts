/** What a file holds, told by its extension. */
export type FileKind = 'json' | 'json-lines' | 'csv' | 'tsv' | 'text' | 'html' | 'zip' | 'rar' | 'media';

const kinds: Readonly<Record<string, FileKind>> = {
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  csv: 'csv',
  tsv: 'tsv',
  txt: 'text',
  htm: 'html',
  html: 'html',
  xml: 'html',
  zip: 'zip',
  rar: 'rar',
};

/** The tag that shows a file, by its extension, for configs that show nothing yet. */
const tags: Readonly<Record<string, string>> = {
  ...of('Image', 'png jpg jpeg tiff tif bmp gif svg webp avif'),
  ...of('Audio', 'wav aiff mp3 au flac m4a ogg'),
  ...of('Video', 'mp4 webm'),
  ...of('Pdf', 'pdf'),
  ...of('PointCloud', 'pcd'),
  ...of('Dicom', 'dcm'),
  ...of('HyperText', 'html htm xml'),
  ...of('Text', 'txt'),
};

/** Extensions that folders of pictures and of sounds are searched for. */
export const pictureExtensions: ReadonlySet<string> = new Set('png jpg jpeg tiff tif bmp gif'.split(' '));
export const soundExtensions: ReadonlySet<string> = new Set('wav aiff mp3 au flac'.split(' '));

function of(tag: string, extensions: string): Readonly<Record<string, string>> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, tag]));
}

/** Without its dot, in small letters; empty where there is none. */
export function extensionIn(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
}

/** @param exactCase `A.CSV` is no table, as with the peers */
export function kindOf(path: string, exactCase = false): FileKind {
  const extension = extensionIn(path);
  if (exactCase && !path.endsWith(extension)) return 'media';
  return (Object.hasOwn(kinds, extension) ? kinds[extension] : undefined) ?? 'media';
}

/** Undefined: nothing tells. */
export function tagFor(path: string): string | undefined {
  const extension = extensionIn(path);
  return Object.hasOwn(tags, extension) ? tags[extension] : undefined;
}
