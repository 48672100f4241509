import { expect } from 'chai';
import { extraFile } from '../../../src/media/pdf/extra-files.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { assembled, lockedPdfUrl, pdfText, pdfUrl, type WrittenPage } from '../../support/pdf-writer.js';
import { until } from '../../support/until.js';

const boxes = `<View>
  <RectangleLabels name="box" toName="pdf"><Label value="Stamp"/></RectangleLabels>
  <Pdf name="pdf" value="$pdf"/>
</View>`;
const ocr = `<View>
  <OcrLabels name="ocr" toName="pdf"><Label value="Amount"/></OcrLabels>
  <Pdf name="pdf" value="$pdf"/>
</View>`;
const spans = `<View>
  <Labels name="entity" toName="pdf"><Label value="Name"/></Labels>
  <Pdf name="pdf" value="$pdf"/>
</View>`;

const red = [1, 0, 0] as const;
const blue = [0, 0, 1] as const;
/** 200 × 300 points: a red box in the upper left quarter, a line of text in the middle. */
const page = (more: Partial<WrittenPage> = {}): WrittenPage => ({
  boxes: [{ x: 20, y: 200, width: 60, height: 80, colour: red }],
  texts: [{ text: 'Total due: 48.20', x: 20, y: 150, size: 20 }],
  ...more,
});
const many = (count: number): WrittenPage[] =>
  Array.from({ length: count }, (_, index) => ({ texts: [{ text: `Page ${index + 1}`, x: 20, y: 250, size: 20 }] }));

interface Result {
  readonly id: string;
  readonly type: string;
  readonly item_index?: number;
  readonly original_width?: number;
  readonly original_height?: number;
  readonly value: Readonly<Record<string, unknown>>;
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const find = <E extends Element>(editor: LabelEditor, selector: string) =>
  editor.shadowRoot?.querySelector<E>(selector) ?? undefined;
const pageNumber = (editor: LabelEditor) => find<HTMLInputElement>(editor, '.le-pdf-page')?.value;
const focusContent = (editor: LabelEditor) => find<HTMLElement>(editor, '[part~=content]')?.focus();

/** The canvas with the page on it, and what colour is to be seen at a place of the page in percent. */
function colourAt(editor: LabelEditor, at: readonly [number, number]): readonly number[] | undefined {
  const canvas = find<HTMLCanvasElement>(editor, '.le-pdf-surface [part~=surface] > canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return undefined;
  const client = pointOn(editor, 'pdf', at);
  const box = canvas.getBoundingClientRect();
  if (box.width === 0 || canvas.width === 0) return undefined;
  const x = ((client.x - box.left) / box.width) * canvas.width;
  const y = ((client.y - box.top) / box.height) * canvas.height;
  return [...context.getImageData(Math.floor(x), Math.floor(y), 1, 1).data].slice(0, 3);
}
const isColour = (editor: LabelEditor, at: readonly [number, number], colour: readonly number[]) =>
  colourAt(editor, at)?.every((value, place) => Math.abs(value - (colour[place] ?? 0) * 255) < 24) === true;
const opened = async (config: string, pdf: unknown, result: readonly object[] = []) => {
  const editor = await mount(config, { id: 1, data: { pdf }, annotations: [{ id: 2, result }] });
  await until(() => find(editor, '.le-pdf-surface [part~=surface] > canvas') !== undefined);
  await painted();
  return editor;
};

describe('a Pdf', () => {
  afterEach(clear);

  it('shows the page as it is, and boxes lie on it in percent', async () => {
    const editor = await opened(boxes, pdfUrl([page()]));
    await until(() => isColour(editor, [25, 20], red));
    expect(isColour(editor, [60, 20], [1, 1, 1])).to.equal(true);
    await click(chip(editor, 'Stamp'));
    await drag(pointOn(editor, 'pdf', [10, 10]), pointOn(editor, 'pdf', [40, 30]));
    await painted();
    const [made] = results(editor);
    expect([made?.type, made?.item_index, made?.original_width, made?.original_height]).to.deep.equal([
      'rectanglelabels',
      0,
      200,
      300,
    ]);
    expect(made?.value.width).to.be.closeTo(30, 0.5);
    editor.undo();
    expect(results(editor)).to.deep.equal([]);
  });

  it('shows a page that is turned upright, and turns it further', async () => {
    const editor = await opened(boxes, pdfUrl([page({ rotate: 90 })]));
    // What was in the upper left is in the upper right.
    await until(() => isColour(editor, [80, 25], red));
    await click(byRole(editor, 'button', 'Rotate right'));
    await painted();
    const [left, right] = [pointOn(editor, 'pdf', [0, 0]), pointOn(editor, 'pdf', [100, 0])];
    expect(Math.abs(left.x - right.x)).to.be.below(1);
    await until(() => isColour(editor, [80, 25], red));
    await click(chip(editor, 'Stamp'));
    await drag(pointOn(editor, 'pdf', [70, 10]), pointOn(editor, 'pdf', [90, 30]));
    await painted();
    const [made] = results(editor) as unknown as (Result & { image_rotation: number })[];
    expect([made?.original_width, made?.image_rotation]).to.deep.equal([300, 90]);
    expect(made?.value.x).to.be.closeTo(70, 0.5);
  });

  it('is painted anew, sharper, when it is zoomed', async () => {
    const thin = page({ boxes: [{ x: 100, y: 100, width: 0.5, height: 100, colour: blue }], texts: [] });
    const editor = await opened(boxes, pdfUrl([thin]));
    focusContent(editor);
    for (let times = 0; times < 14; times++) await keys('Control+=');
    await painted();
    // A line of half a point is a clear band then.
    await until(() => isColour(editor, [50.12, 50], blue));
    expect(isColour(editor, [49.8, 50], [1, 1, 1])).to.equal(true);
  });

  it('goes through pages by keys, field and thumbnails, and each has its own regions', async () => {
    const on = (index: number) => ({
      id: `r${index}`,
      from_name: 'box',
      to_name: 'pdf',
      type: 'rectanglelabels',
      item_index: index,
      value: { x: 10, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['Stamp'] },
    });
    const editor = await opened(boxes, pdfUrl(many(200)), [on(0), on(199)]);
    expect(editor.regionBounds('r0')).not.to.equal(undefined);
    expect(editor.regionBounds('r199')).to.equal(undefined);
    focusContent(editor);
    await keys('Control+ArrowRight');
    await until(() => pageNumber(editor) === '2');
    await keys('PageDown');
    await until(() => pageNumber(editor) === '3');
    await keys('Control+End');
    await until(() => pageNumber(editor) === '200' && editor.regionBounds('r199') !== undefined);
    expect(editor.regionBounds('r0')).to.equal(undefined);
    await keys('Alt+p');
    await keys('7');
    await keys('Enter');
    await until(() => pageNumber(editor) === '7');
    await click(byRole(editor, 'button', 'Page 9'));
    await until(() => pageNumber(editor) === '9');
    expect(byRole(editor, 'button', 'Page 9').getAttribute('aria-current')).to.equal('true');
    expect(results(editor)).to.deep.equal([on(0), on(199)]);
  });

  it('has few thumbnails of many pages, and pictures of those in sight', async () => {
    const editor = await opened(boxes, pdfUrl(many(200)));
    const buttons = () => editor.shadowRoot?.querySelectorAll('.le-pdf-thumbs button') ?? [];
    await until(() => buttons().length > 5);
    expect(buttons().length).to.be.below(40);
    await until(() => [...buttons()].every((button) => (button.querySelector('canvas')?.width ?? 0) > 0));
    const strip = find<HTMLElement>(editor, '.le-pdf-thumbs');
    if (strip) strip.scrollLeft = 150 * 54;
    await until(() => [...buttons()].some((button) => button.getAttribute('aria-label') === 'Page 152'));
    expect(buttons().length).to.be.below(40);
  });

  it('keeps only what is painted of the pages near', async () => {
    const { createImageBitmap: make } = window;
    const { close } = ImageBitmap.prototype;
    let [made, closed] = [0, 0];
    const counted = async (...given: unknown[]) => {
      made++;
      return (make as (...given: unknown[]) => Promise<ImageBitmap>)(...given);
    };
    window.createImageBitmap = counted as typeof createImageBitmap;
    ImageBitmap.prototype.close = function () {
      closed++;
      close.call(this);
    };
    try {
      const editor = await opened(boxes, pdfUrl(many(200)));
      focusContent(editor);
      for (let index = 2; index <= 25; index++) {
        await keys('PageDown');
        await until(() => pageNumber(editor) === String(index) && colourAt(editor, [90, 90]) !== undefined);
      }
      await until(() =>
        [...(editor.shadowRoot?.querySelectorAll('.le-pdf-thumbs button') ?? [])].every(
          (button) => (button.querySelector('canvas')?.width ?? 0) > 0,
        ),
      );
      expect(made).to.be.above(24);
      expect(made - closed).to.be.below(8);
      clear();
      await until(() => made === closed);
    } finally {
      window.createImageBitmap = make;
      ImageBitmap.prototype.close = close;
    }
  });

  it('fits the width and keeps to it from page to page', async () => {
    const editor = await opened(boxes, pdfUrl(many(3)));
    focusContent(editor);
    await keys('Shift+4');
    await painted();
    const width = () => pointOn(editor, 'pdf', [100, 0]).x - pointOn(editor, 'pdf', [0, 0]).x;
    const room = find<HTMLElement>(editor, '.le-pdf-surface')?.clientWidth ?? 0;
    expect(width()).to.be.closeTo(room, 1);
    await keys('PageDown');
    await until(() => pageNumber(editor) === '2');
    await painted();
    expect(width()).to.be.closeTo(room, 1);
    editor.style.width = '400px';
    await until(() => Math.abs(width() - (find<HTMLElement>(editor, '.le-pdf-surface')?.clientWidth ?? 0)) < 1);
    expect(byRole(editor, 'button', 'Next page').getBoundingClientRect().right).to.be.below(
      editor.getBoundingClientRect().right,
    );
  });

  it('asks for a password, says when it is wrong, and opens with the right one', async () => {
    const editor = await mount(boxes, { id: 1, data: { pdf: await lockedPdfUrl([page()], 'sesame') } });
    const field = () => find<HTMLInputElement>(editor, 'input[type=password]');
    await until(() => field() !== undefined);
    field()?.focus();
    for (const key of 'open') await keys(key);
    await keys('Enter');
    await until(() => /does not open/.test(find(editor, '.le-pdf-lock [role=alert]')?.textContent ?? ''));
    field()?.focus();
    for (const key of 'sesame') await keys(key);
    await click(byRole(editor, 'button', 'Open'));
    await until(() => isColour(editor, [25, 20], red));
    expect(field()).to.equal(undefined);
  });

  it('says in its place what is wrong, and tries again', async () => {
    const said = (editor: LabelEditor) => find(editor, '.le-pdf-note [role=alert]')?.textContent ?? '';
    const cases: readonly (readonly [unknown, RegExp])[] = [
      ['/no-such-document.pdf', /answered 404/],
      [`data:text/html,${encodeURIComponent('<!doctype html><title>Sign in</title>')}`, /web page/],
      ['data:application/pdf;base64,JVBERi0xLjcKbm90aGluZw==', /damaged/],
      ['ftp://example.org/a.pdf', /ftp/],
    ];
    for (const [pdf, reason] of cases) {
      const editor = await mount(boxes, { id: 1, data: { pdf } });
      await until(() => reason.test(said(editor)));
      expect(editor.problems.some(({ message }) => reason.test(message))).to.equal(true);
      clear();
    }
    const later = URL.createObjectURL(new Blob(['no']));
    const editor = await mount(boxes, { id: 1, data: { pdf: later } });
    await until(() => /no PDF/.test(said(editor)));
    await click(byRole(editor, 'button', 'Try again'));
    await until(() => /no PDF/.test(said(editor)));
    clear();
    const empty = await mount(boxes, { id: 1, data: { pdf: 4 } });
    expect(find(empty, '.le-pdf-note')?.textContent).to.contain('no document');
  });

  it('shows what there is of a file that is cut short', async () => {
    const whole = pdfText([page()]);
    const cut = `data:application/pdf;base64,${btoa(whole.slice(0, whole.indexOf('startxref')))}`;
    const editor = await opened(boxes, cut);
    await until(() => isColour(editor, [25, 20], red));
  });
});

describe('fonts and codecs of a PDF', () => {
  afterEach(clear);
  const written = (font: readonly string[], content: string) => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ...font,
    ];
    return `data:application/pdf;base64,${btoa(assembled(objects))}`;
  };

  it('reads Japanese by codes that the document does not explain', async () => {
    const font = [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
      '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ];
    const editor = await opened(ocr, written(font, 'BT /F 40 Tf 20 40 Td <93FA967B> Tj ET'));
    await click(chip(editor, 'Amount'));
    await drag(pointOn(editor, 'pdf', [15, 40]), pointOn(editor, 'pdf', [45, 45]));
    await painted();
    expect(results(editor)[0]?.value.ocrtext).to.equal('日本');
  });

  it('shows signs of the standard fonts that systems do not have', async () => {
    const font = ['<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>'];
    // A filled square.
    const editor = await opened(boxes, written(font, 'BT 0 0 1 rg /F 80 Tf 40 20 Td (n) Tj ET'));
    await until(() => isColour(editor, [35, 50], blue));
  });

  it('has the decoders of pictures at hand', async () => {
    for (const name of ['openjpeg.wasm', 'jbig2.wasm']) {
      const bytes = await extraFile(name);
      expect([...bytes.subarray(0, 4)]).to.deep.equal([0, 97, 115, 109]);
    }
    for (const name of ['UniGB-UCS2-H', 'UniCNS-UTF16-H', 'KSCms-UHC-H', 'H']) {
      expect((await extraFile(`${name}.bcmap`)).length).to.be.above(50);
    }
    expect(await extraFile('FoxitSans.pfb').catch(() => 'none')).to.equal('none');
  });
});

describe('OcrLabels on a Pdf', () => {
  afterEach(clear);

  it('lies round the words that it is drawn over, and takes their text along', async () => {
    const editor = await opened(ocr, pdfUrl([page()]));
    await click(chip(editor, 'Amount'));
    await drag(pointOn(editor, 'pdf', [35, 48]), pointOn(editor, 'pdf', [50, 49]));
    await painted();
    const [made] = results(editor);
    expect(made?.type).to.equal('ocrlabels');
    expect(Object.keys(made?.value ?? {})).to.deep.equal([
      'x',
      'y',
      'width',
      'height',
      'rotation',
      'pageIndex',
      'ocrtext',
      'ocrlabels',
    ]);
    expect([made?.value.ocrtext, made?.value.ocrlabels, made?.item_index]).to.deep.equal(['due:', ['Amount'], 0]);
    // As Label Studio has it: from 0 to 1.
    expect(made?.value.height).to.be.closeTo(20 / 300, 0.01);
    expect(made?.value.pageIndex).to.equal(1);
    // Dragged on along the line it takes the next word as well.
    const bottom = 100 * (Number(made?.value.y) + Number(made?.value.height));
    const right = 100 * (Number(made?.value.x) + Number(made?.value.width));
    await click(pointOn(editor, 'pdf', [right - 5, bottom - 3]));
    await painted();
    await drag(pointOn(editor, 'pdf', [right, bottom]), pointOn(editor, 'pdf', [95, bottom]));
    await painted();
    expect(results(editor)[0]?.value.ocrtext).to.equal('due: 48.20');
    editor.undo();
    expect(results(editor)[0]?.value.ocrtext).to.equal('due:');
  });

  it('takes a word by a double click, and is drawn by keys alone', async () => {
    const editor = await opened(ocr, pdfUrl([page()]));
    await click(chip(editor, 'Amount'));
    await doubleClick(pointOn(editor, 'pdf', [75, 48]));
    await painted();
    expect(results(editor)[0]?.value.ocrtext).to.equal('48.20');
    await keys('Escape');
    find<HTMLElement>(editor, '.le-pdf-surface [part~=surface]')?.focus();
    await keys('1');
    await keys('Enter');
    await painted();
    expect(results(editor).at(-1)?.type).to.equal('ocrlabels');
    expect(results(editor)).to.have.length(2);
  });

  it('is a box on a picture, where there is no text to be taken', async () => {
    const config = ocr.replace('<Pdf name="pdf" value="$pdf"/>', '<Image name="pdf" value="$pdf"/>');
    const editor = await mount(config, { id: 1, data: { pdf: picture(200, 100) } });
    await click(chip(editor, 'Amount'));
    await drag(pointOn(editor, 'pdf', [10, 10]), pointOn(editor, 'pdf', [40, 30]));
    await painted();
    const [made] = results(editor);
    expect(Object.keys(made?.value ?? {})).to.deep.equal(['x', 'y', 'width', 'height', 'rotation', 'ocrlabels']);
  });

  it('draws nothing where nothing may be changed', async () => {
    const editor = await mount(ocr, { id: 1, data: { pdf: pdfUrl([page()]) } }, { readonly: true });
    await until(() => find(editor, '.le-pdf-surface [part~=surface] > canvas') !== undefined);
    await painted();
    await drag(pointOn(editor, 'pdf', [35, 48]), pointOn(editor, 'pdf', [50, 49]));
    await painted();
    expect(results(editor)).to.deep.equal([]);
  });

  it('gives back results digit for digit, those in fractions and odd ones as well', async () => {
    const given = [
      { x: 0.1, y: 0.2, width: 0.3, height: 0.05, rotation: 0, pageIndex: 1, ocrtext: 'Total', ocrlabels: ['Amount'] },
      { x: 10, y: 20, width: 30, height: 5, rotation: 0, ocrtext: ['a', 4], ocrlabels: ['Unheard'] },
      { x: 'left', ocrtext: 7, ocrlabels: null },
    ].map((value, place) => ({ id: `o${place}`, from_name: 'ocr', to_name: 'pdf', type: 'ocrlabels', value }));
    const editor = await opened(ocr, pdfUrl([page()]), given);
    const bounds = editor.regionBounds('o0');
    const from = pointOn(editor, 'pdf', [10, 20]);
    expect(bounds?.left).to.be.closeTo(from.x, 2);
    expect(bounds?.top).to.be.closeTo(from.y, 2);
    expect(results(editor)).to.deep.equal(given);
  });
});

describe('Labels on a Pdf', () => {
  afterEach(clear);
  const line = (editor: LabelEditor, number: number) => {
    const run = editor.shadowRoot?.querySelectorAll('.le-pdf-lines span')[number];
    const box = run?.getBoundingClientRect() ?? new DOMRect();
    return (share: number) => ({ x: box.x + box.width * share, y: box.y + box.height / 2 });
  };
  const text = [
    { text: 'Ada Lovelace', x: 20, y: 250, size: 16 },
    { text: 'born in London', x: 20, y: 200, size: 16 },
  ];
  const ready = async (config: string, pages: readonly WrittenPage[], result: readonly object[] = []) => {
    const editor = await opened(config, pdfUrl(pages), result);
    await until(() => find(editor, '.le-pdf-lines span') !== undefined);
    await new Promise((done) => setTimeout(done, 200));
    return editor;
  };

  it('marks text of the page by dragging over it', async () => {
    const editor = await ready(spans, [{ texts: text }]);
    await click(chip(editor, 'Name'));
    await drag(line(editor, 0)(-0.1), line(editor, 0)(1.3), { steps: 8 });
    await painted();
    const [made] = results(editor);
    expect([made?.type, made?.item_index]).to.deep.equal(['labels', 0]);
    expect(made?.value).to.deep.equal({ start: 0, end: 12, text: 'Ada Lovelace', labels: ['Name'] });
    editor.undo();
    await click(chip(editor, 'Name'));
    // It ends below the line, where nothing is.
    const to = line(editor, 1)(0.5);
    await drag(line(editor, 0)(0.34), { x: to.x, y: to.y + 3 }, { steps: 8 });
    await painted();
    expect(results(editor)[0]?.value.text).to.match(/^Lovelace\nborn in?/);
  });

  it('shows marks where the text is, however the page is turned and zoomed', async () => {
    const mark = {
      id: 's',
      from_name: 'entity',
      to_name: 'pdf',
      type: 'labels',
      item_index: 0,
      value: { start: 0, end: 3, text: 'Ada', labels: ['Name'] },
    };
    const editor = await ready(spans, [{ texts: text }], [mark]);
    const isOnText = () => {
      const bounds = editor.regionBounds('s');
      const [a, b] = [pointOn(editor, 'pdf', [10, 16.6]), pointOn(editor, 'pdf', [24, 12])];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      return (
        bounds !== undefined &&
        middle.x > bounds.left &&
        middle.x < bounds.right &&
        middle.y > bounds.top &&
        middle.y < bounds.bottom
      );
    };
    await until(isOnText);
    await click(byRole(editor, 'button', 'Rotate left'));
    await until(isOnText);
    await click(byRole(editor, 'button', 'Zoom in'));
    await until(isOnText);
    await wheel(line(editor, 0)(0.5), { deltaY: -120, ctrl: true });
    await until(isOnText);
    expect(results(editor)).to.deep.equal([mark]);
  });

  it('leaves the page to what draws until text is wanted', async () => {
    const config = spans.replace(
      '<Pdf',
      '<RectangleLabels name="box" toName="pdf"><Label value="Stamp"/></RectangleLabels><Pdf',
    );
    const editor = await ready(config, [{ texts: text }]);
    const toggle = () => byRole(editor, 'button', 'Select text');
    expect(toggle().getAttribute('aria-pressed')).to.equal('false');
    await click(chip(editor, 'Stamp'));
    await drag(pointOn(editor, 'pdf', [5, 5]), pointOn(editor, 'pdf', [60, 40]));
    await painted();
    expect(results(editor)[0]?.type).to.equal('rectanglelabels');
    focusContent(editor);
    await keys('Alt+t');
    expect(toggle().getAttribute('aria-pressed')).to.equal('true');
    await click(chip(editor, 'Name'));
    await drag(line(editor, 1)(0.52), line(editor, 1)(1.2), { steps: 6 });
    await painted();
    expect(results(editor).at(-1)?.value.text).to.equal('London');
  });

  it('marks by keys alone', async () => {
    const editor = await ready(spans, [{ texts: text }]);
    find<HTMLElement>(editor, '.le-pdf-text [part~=surface]')?.focus();
    await keys('1');
    await keys('ArrowRight');
    for (let times = 0; times < 3; times++) await keys('Shift+ArrowRight');
    await keys('Enter');
    await painted();
    expect(results(editor)[0]?.value).to.deep.equal({ start: 0, end: 3, text: 'Ada', labels: ['Name'] });
  });
});
