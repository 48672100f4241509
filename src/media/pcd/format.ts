const TEXT_START = 512;

const signatures: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x4c, 0x41, 0x53, 0x46], 'a LAS or LAZ file'],
  [[0x1f, 0x8b], 'packed by gzip; unpack it, or let the server say Content-Encoding: gzip'],
  [[0x50, 0x4b, 3, 4], 'a zip archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x41, 0x53, 0x54, 0x4d, 0x2d, 0x45, 0x35, 0x37], 'an E57 file'],
];

/** What a file is that is no point cloud we know, as far as its first bytes tell. */
export function formatOf(bytes: Uint8Array): string {
  for (const [signature, name] of signatures) {
    if (signature.every((byte, i) => bytes[i] === byte)) return name;
  }
  const start = new TextDecoder().decode(bytes.subarray(0, TEXT_START)).trimStart();
  if (/^<(!doctype html|html|head|body)/i.test(start)) return 'a web page';
  if (/^<(\?xml|\w)/.test(start)) return 'XML';
  if (/^[{[]/.test(start)) return 'JSON';
  if (/^[+-]?\d[\d.eE+-]*([\s,;]+[+-]?\d[\d.eE+-]*){2}/.test(start)) return 'a list of numbers without a PCD header';
  return 'no point cloud: it has no header';
}
