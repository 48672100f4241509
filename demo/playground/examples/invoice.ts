import type { Example } from './example.js';

/** Lines of text as `[x, y, size, text]`, in points from the lower left corner. */
type Line = readonly [x: number, y: number, size: number, text: string];

const items: readonly (readonly [what: string, count: string, price: string])[] = [
  ['Drawing paper, A3, 50 sheets', '2', '31.80'],
  ['Ink, black, 500 ml', '1', '18.40'],
  ['Brushes, set of six', '3', '44.70'],
];

const first: readonly Line[] = [
  [56, 770, 22, 'Northlight Studio Supplies'],
  [56, 748, 10, '14 Harbour Street, Falmouth'],
  [400, 770, 11, 'Invoice 2031-0418'],
  [400, 754, 11, 'Date: 18 April 2031'],
  [56, 690, 11, 'Bill to'],
  [56, 674, 11, 'Ada Marsh, Lantern Prints'],
  [56, 620, 10, 'Item'],
  [360, 620, 10, 'Count'],
  [460, 620, 10, 'Price'],
  ...items.flatMap(([what, count, price], row): Line[] => [
    [56, 594 - row * 20, 11, what],
    [368, 594 - row * 20, 11, count],
    [460, 594 - row * 20, 11, price],
  ]),
  [360, 510, 12, 'Total due'],
  [460, 510, 12, '94.90'],
];
const second: readonly Line[] = [
  [56, 770, 16, 'Terms'],
  [56, 742, 11, 'Please pay within thirty days. Goods remain ours until they are paid for.'],
  [56, 726, 11, 'Questions: accounts@northlight.example'],
];

/** A PDF of these pages, as a data URL. */
function pdf(pages: readonly (readonly Line[])[]): string {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  const kids = pages.map((lines) => {
    const written = lines.map(([x, y, size, text]) => `BT /F ${size} Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
    objects.push(`<</Length ${written.length}>>\nstream\n${written}\nendstream`);
    const font = '/Resources<</Font<</F 3 0 R>>>>';
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length} 0 R${font}>>`);
    return `${objects.length} 0 R`;
  });
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`;
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `data:application/pdf;base64,${btoa(`${file}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`)}`;
}

export const invoice: Example = {
  id: 'invoice',
  title: 'An invoice as PDF',
  about: 'Boxes lie round the words they are drawn over and take their text along; Alt T marks text itself.',
  config: `<View>
  <OcrLabels name="field" toName="pdf">
    <Label value="Number" hotkey="1"/>
    <Label value="Date" hotkey="2"/>
    <Label value="Item" hotkey="3"/>
    <Label value="Amount" hotkey="4"/>
  </OcrLabels>
  <Labels name="entity" toName="pdf">
    <Label value="Person" hotkey="5"/>
    <Label value="Company" hotkey="6"/>
  </Labels>
  <Pdf name="pdf" value="$pdf"/>
</View>`,
  task: { id: 31, data: { pdf: pdf([first, second]) } },
};
