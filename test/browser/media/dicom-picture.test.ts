import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { PixelSource } from '../../../src/contract/surface.js';
import type { Slice, SlicePixels, StoredValues, Window } from '../../../src/media/dicom/slice.js';
import { brightnessIn, type Look } from '../../../src/media/dicom/window.js';
import { openSlicePainter } from '../../../src/media/dicom/windowed-picture.js';
import { sliceWith } from '../../unit/media/dicom/slice-with.js';

const scopes: LifetimeScope[] = [];
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose();
});
const newScope = () => {
  const scope = new LifetimeScope(() => () => {});
  scopes.push(scope);
  return scope;
};

/** The greys of a picture as a stage copies them; red, green and blue are the same. */
function seen(picture: PixelSource): Uint8ClampedArray {
  const context = new OffscreenCanvas(picture.width, picture.height).getContext(
    '2d',
  ) as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture.pixels(), 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height).data;
}

const EDGE = 128;
const grey = (values: StoredValues): SlicePixels => ({
  kind: 'grey',
  width: EDGE,
  height: values.length / EDGE,
  values,
});
const cases: Record<string, readonly [Partial<Slice>, StoredValues, readonly Window[]]> = {
  'unsigned 12 bits': [
    { slope: 1, intercept: -1024 },
    Uint16Array.from({ length: 4096 }, (_, i) => i),
    [
      { center: 40, width: 400 },
      { center: -600, width: 1500 },
      { center: 0, width: 1 },
      { center: 100.5, width: 2.5 },
      { center: 40, width: 400, curve: 'exact' },
      { center: 40, width: 400, curve: 'sigmoid' },
    ],
  ],
  'signed 16 bits': [
    { slope: 0.37, intercept: 11.5, bitsStored: 16, signed: true },
    Int16Array.from({ length: 65_536 }, (_, i) => i - 32_768),
    [
      { center: 0, width: 24_000 },
      { center: -3000, width: 77.7 },
    ],
  ],
  'eight bits': [{ bitsStored: 8 }, Uint8Array.from({ length: 256 }, (_, i) => i), [{ center: 128, width: 256 }]],
  'signed 8 bits': [
    { bitsStored: 8, signed: true },
    Int16Array.from({ length: 256 }, (_, i) => i - 128),
    [{ center: 0, width: 256 }],
  ],
};

function worst(shown: Uint8ClampedArray, slice: Slice, values: StoredValues, { window, inverted }: Look): number {
  const flipped = (slice.photometric === 'MONOCHROME1') !== inverted;
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const brightness = brightnessIn(window, (values[i] as number) * slice.slope + slice.intercept);
    const expected = 255 * (flipped ? 1 - brightness : brightness);
    for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs((shown[i * 4 + c] as number) - expected));
  }
  return most;
}

describe('WindowedPicture', () => {
  for (const webgl of ['always', 'never'] as const) {
    describe(webgl === 'always' ? 'with WebGL' : 'without WebGL', () => {
      for (const [name, [own, values, windows]] of Object.entries(cases)) {
        it(`is as the formula has it: ${name}`, () => {
          const painter = openSlicePainter(newScope(), { webgl });
          expect(painter.kind).to.equal(webgl === 'always' ? 'webgl' : 'canvas');
          for (const photometric of ['MONOCHROME2', 'MONOCHROME1']) {
            const slice = sliceWith({ ...own, photometric });
            const picture = painter.picture(slice, grey(values));
            for (const window of windows) {
              for (const inverted of [false, true]) {
                picture.show({ window, inverted });
                const off = worst(seen(picture), slice, values, { window, inverted });
                // Half a step is what rounding takes; single precision may round the other way next to it.
                expect(off, `${photometric} ${JSON.stringify(window)}`).to.be.at.most(0.51);
              }
            }
          }
          expect(painter.kind).to.equal(webgl === 'always' ? 'webgl' : 'canvas');
        });
      }

      it('draws the right one of several, of different size, again and again', () => {
        const painter = openSlicePainter(newScope(), { webgl });
        const pictures = Array.from({ length: 12 }, (_, i) => {
          const values = new Uint16Array(EDGE * (i + 1)).fill(i * 300);
          return painter.picture(sliceWith({}), grey(values), {
            window: { center: 2048, width: 4096 },
            inverted: false,
          });
        });
        for (const order of [pictures, [...pictures].reverse()]) {
          for (const picture of order) {
            const shown = seen(picture);
            const value = (pictures.indexOf(picture) * 300 * 255) / 4095;
            expect(shown.length).to.equal(picture.width * picture.height * 4);
            expect(Math.abs((shown[0] as number) - value)).to.be.at.most(0.51);
            expect(Math.abs((shown.at(-2) as number) - value)).to.be.at.most(0.51);
          }
        }
      });

      it('has the first row at the top', () => {
        const painter = openSlicePainter(newScope(), { webgl });
        const values = new Uint8Array(EDGE * 2).fill(255, 0, EDGE);
        const shown = seen(painter.picture(sliceWith({ bitsStored: 8 }), grey(values)));
        expect([shown[0], shown.at(-2)]).to.deep.equal([255, 0]);
      });

      it('shows colours as they are, and what the card does not do', () => {
        const painter = openSlicePainter(newScope(), { webgl });
        const values = Uint8ClampedArray.of(1, 2, 3, 255, 200, 100, 50, 255);
        const colour = painter.picture(sliceWith({ photometric: 'RGB' }), {
          kind: 'colour',
          width: 2,
          height: 1,
          values,
        });
        expect([...seen(colour)]).to.deep.equal([...values]);
        const floats: SlicePixels = { kind: 'grey', width: 2, height: 1, values: Float32Array.of(0.25, 0.75) };
        const look = { window: { center: 0.5, width: 1, curve: 'exact' }, inverted: false } as const;
        const shown = seen(painter.picture(sliceWith({ bitsStored: 32 }), floats, look));
        expect([shown[0], shown[4]]).to.deep.equal([64, 191]);
      });
    });
  }

  it('raises its revision with the window, and begins with that of the file', () => {
    const painter = openSlicePainter(newScope());
    const windows = [{ center: 5, width: 7 }];
    const picture = painter.picture(sliceWith({ windows }), grey(new Uint16Array(EDGE)));
    expect(picture.look).to.deep.equal({ window: windows[0], inverted: false });
    const before = picture.revision;
    picture.show({ inverted: true });
    expect(picture.revision).to.be.greaterThan(before);
    expect(picture.look.window).to.equal(windows[0]);
  });

  it('goes on without the card when its context is lost, and shares one while it is there', () => {
    const [one, other] = [newScope(), newScope()];
    const painters = [one, other].map((scope) => openSlicePainter(scope, { webgl: 'always' }));
    one.dispose();
    expect(painters[1]?.kind).to.equal('webgl');
    other.dispose();
    const slice = sliceWith({ windows: [{ center: 2048, width: 4096 }] });
    const picture = painters[1]?.picture(slice, grey(new Uint16Array(EDGE).fill(4095)));
    expect(painters[1]?.kind).to.equal('canvas');
    expect(seen(picture as PixelSource)[0]).to.equal(255);
    expect(openSlicePainter(newScope(), { webgl: 'always' }).kind).to.equal('webgl');
  });
});
