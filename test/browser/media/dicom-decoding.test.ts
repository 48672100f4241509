import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { SlicePixels } from '../../../src/media/dicom/slice.js';
import { openStudy } from '../../../src/media/dicom/study.js';

/** What dicom.py says of a file. */
interface Entry {
  readonly name: string;
  readonly dtype: 'uint8' | 'int16' | 'uint16';
  /** The largest difference from the source that is allowed. */
  readonly lossy: number;
  readonly palette?: boolean;
}

const scopes: LifetimeScope[] = [];
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose();
});

const at = (name: string) => new URL(`/media/dicom/${name}`, location.origin).href;

async function expected({ name, dtype }: Entry): Promise<Uint8Array | Int16Array | Uint16Array> {
  const buffer = await (await fetch(at(`${name}.raw`))).arrayBuffer();
  return dtype === 'uint8'
    ? new Uint8Array(buffer)
    : dtype === 'int16'
      ? new Int16Array(buffer)
      : new Uint16Array(buffer);
}

/** The largest difference of a frame from the stored values of all frames. */
function difference(pixels: SlicePixels, frame: number, source: ArrayLike<number>, { palette }: Entry): number {
  let worst = 0;
  const differ = (a: number | undefined, b: number | undefined) => {
    // NaN, where there is nothing on one side, is worse than anything.
    const off = Math.abs((a ?? Number.NaN) - (b ?? Number.NaN));
    if (!(off <= worst)) worst = Number.isNaN(off) ? Infinity : off;
  };
  const count = pixels.width * pixels.height;
  for (let i = 0; i < count; i++) {
    if (pixels.kind === 'grey') differ(pixels.values[i], source[frame * count + i]);
    else {
      const index = source[frame * count + i] ?? 0;
      const colour = palette ? [index, 255 - index, (index * 7) % 256] : undefined;
      for (let c = 0; c < 3; c++) differ(pixels.values[i * 4 + c], colour?.[c] ?? source[(frame * count + i) * 3 + c]);
      differ(pixels.values[i * 4 + 3], 255);
    }
  }
  return worst;
}

/** A file of one kind in each encoding has the same UIDs: those of one encoding are a study. */
async function decode(entries: readonly Entry[]): Promise<Record<string, string>> {
  const scope = new LifetimeScope(() => () => {});
  scopes.push(scope);
  const { value: study, problems } = await openStudy(
    entries.map(({ name }) => at(`${name}.dcm`)),
    { signal: scope.signal },
  );
  if (!study) throw new Error(problems?.[0]?.message);
  await study.done;
  expect(study.problems.map(({ message }) => message)).to.deep.equal([]);
  const wrong: Record<string, string> = {};
  const slices = study.series.flatMap((series) => series.slices);
  for (const entry of entries) {
    const source = await expected(entry);
    const own = slices.filter(({ name }) => name === at(`${entry.name}.dcm`));
    let samples = 0;
    for (const slice of own) {
      const { value: pixels, problems: objections } = await study.pixels(slice);
      if (!pixels) {
        wrong[entry.name] = objections?.[0]?.message ?? 'nothing';
        continue;
      }
      samples += pixels.width * pixels.height * (pixels.kind === 'grey' || entry.palette ? 1 : 3);
      const worst = difference(pixels, (slice.frame ?? 1) - 1, source, entry);
      if (worst > entry.lossy) wrong[entry.name] = `is off by ${worst}, allowed are ${entry.lossy}`;
    }
    if (samples !== source.length) wrong[entry.name] ??= `has ${samples} samples and not ${source.length}`;
  }
  return wrong;
}

describe('DICOM in a worker', () => {
  const encodings = 'expl impl big defl rle jpll jpll1 jls jlsn j2k j2kl htj2k jpeg jpeg12'.split(' ');
  let list: readonly Entry[] | { readonly reason: string } = [];
  let compared = 0;

  before(async function () {
    this.timeout(120_000);
    list = await (await fetch('/media/dicom/list.json')).json();
    if ('reason' in list) {
      console.log(`DICOM files are not compared: ${list.reason}.`);
      this.skip();
    }
  });

  for (const encoding of encodings) {
    it(`decodes ${encoding} as the generator has it`, async function () {
      this.timeout(60_000);
      const entries = (list as readonly Entry[]).filter(({ name }) => name.endsWith(`_${encoding}`));
      expect(entries.length).to.be.greaterThan(0);
      // Made of another file, whose UID they have.
      const copies = entries.filter(({ name }) => /^(nopreamble|frag)_/.test(name));
      expect(await decode(entries.filter((entry) => !copies.includes(entry)))).to.deep.equal({});
      if (copies.length > 0) expect(await decode(copies)).to.deep.equal({});
      compared += entries.length;
    });
  }

  it('has compared all of them', () => {
    expect(compared).to.equal((list as readonly Entry[]).length);
    expect(compared).to.equal(127);
  });
});
