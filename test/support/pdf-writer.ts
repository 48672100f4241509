/** Makes small PDF files, so that tests know what is in them. Lengths are points from the page's lower left corner. */

export interface WrittenText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Degrees, counterclockwise. */
  readonly turn?: number;
}
export interface WrittenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, each from 0 to 1. */
  readonly colour: readonly [number, number, number];
}
export interface WrittenPage {
  readonly width?: number;
  readonly height?: number;
  /** Degrees, clockwise: how the page is to be shown. */
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly boxes?: readonly WrittenBox[];
  readonly texts?: readonly WrittenText[];
}

const fixed = (value: number): string => String(Math.round(value * 1e4) / 1e4);

function drawing({ boxes = [], texts = [] }: WrittenPage): string {
  const filled = boxes.map(
    ({ x, y, width, height, colour }) => `${colour.join(' ')} rg ${x} ${y} ${width} ${height} re f`,
  );
  const written = texts.map(({ text, x, y, size = 12, turn = 0 }) => {
    const angle = (turn * Math.PI) / 180;
    const [cos, sin] = [fixed(Math.cos(angle)), fixed(Math.sin(angle))];
    const escaped = text.replace(/[\\()]/g, '\\$&');
    return `BT 0 g /F1 ${size} Tf ${cos} ${sin} ${fixed(-Math.sin(angle))} ${cos} ${x} ${y} Tm (${escaped}) Tj ET`;
  });
  return [...filled, ...written].join('\n');
}

/** The bytes of a file, one for each character. */
export const pdfText = (pages: readonly WrittenPage[]): string => assembled(pdfObjects(pages));

function pdfObjects(pages: readonly WrittenPage[]): readonly string[] {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
  const kids: string[] = [];
  for (const page of pages) {
    const stream = drawing(page);
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    const content = objects.length;
    const { width = 200, height = 300, rotate = 0 } = page;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  return objects;
}

/** A file of objects, the first of which is the catalogue. @param trailer further entries of it */
export function assembled(objects: readonly string[], trailer = ''): string {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return `${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
}

/** Characters up to 255 as bytes. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A `data:` URL of a file. */
export const pdfUrl = (pages: readonly WrittenPage[]): string => `data:application/pdf;base64,${btoa(pdfText(pages))}`;

/** A `data:` URL of a file that a password opens: AES with 256 bits, as PDF 1.7 has it since its third extension. */
export async function lockedPdfUrl(pages: readonly WrittenPage[], password: string): Promise<string> {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const hash = async (...parts: readonly Uint8Array<ArrayBuffer>[]) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)));
  const aes = async (bytes: Uint8Array<ArrayBuffer>, key: Uint8Array<ArrayBuffer>, iv = new Uint8Array(16)) => {
    const imported = await crypto.subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);
    return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, imported, bytes));
  };
  const said = bytesOf(password);
  const key = random(32);
  const [validation, salt] = [random(8), random(8)];
  const user = joined([await hash(said, validation), validation, salt]);
  const wrapped = (await aes(key, await hash(said, salt))).slice(0, 32);
  const hex = (bytes: Uint8Array) => `<${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;
  const plain = pdfObjects(pages);
  const objects = await Promise.all(
    plain.map(async (object) => {
      const found = /^<< \/Length \d+ >>\nstream\n([\s\S]*)\nendstream$/.exec(object);
      if (!found) return object;
      const iv = random(16);
      const sealed = textOf(joined([iv, await aes(bytesOf(found[1] ?? ''), key, iv)]));
      return `<< /Length ${sealed.length} >>\nstream\n${sealed}\nendstream`;
    }),
  );
  const filter = '/CF << /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF';
  const owner = `/O ${hex(random(48))} /OE ${hex(random(32))} /U ${hex(user)} /UE ${hex(wrapped)} /Perms ${hex(random(16))}`;
  objects.push(`<< /Filter /Standard /V 5 /R 5 /Length 256 /P -1 ${filter} ${owner} >>`);
  const file = assembled(objects, `/Encrypt ${objects.length} 0 R /ID [<00> <00>]`);
  return `data:application/pdf;base64,${btoa(file)}`;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
