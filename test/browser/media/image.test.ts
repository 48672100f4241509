import { expect } from 'chai';
import { LifetimeScope } from '../../../src/base/scope.js';
import type { PixelSource, TiledSource } from '../../../src/contract/surface.js';
import { loadImage } from '../../../src/media/image.js';
import { autorun } from '../../../src/reactive/index.js';

const scopes: LifetimeScope[] = [];
let scope: LifetimeScope;
beforeEach(() => {
  scope = new LifetimeScope(autorun);
  scopes.push(scope);
});
afterEach(() => {
  for (const each of scopes.splice(0)) each.dispose();
});

const encoded = async (type: string, width = 40, height = 30): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  for (let x = 0; x < width; x++) {
    context.fillStyle = `hsl(${x * 37} 80% 50%)`;
    context.fillRect(x, 0, 1, height);
  }
  return canvas.convertToBlob({ type });
};

const dataUrl = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return `data:${blob.type};base64,${btoa(String.fromCharCode(...bytes))}`;
};

/** A JPEG with an EXIF block that says how it lies. */
async function turned(jpeg: Blob, orientation: number): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const exif = [
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: jpeg.type });
}

/** A JPEG of 64 by 32 whose top left quarter is red, all else blue. */
async function cornered(): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 32);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#00f';
  context.fillRect(0, 0, 64, 32);
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 32, 16);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 1 });
}

/** The colour of one pixel of what was loaded. */
function pixel(source: PixelSource, x: number, y: number): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(source.pixels() as CanvasImageSource, -x, -y);
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** 16 by 8, the left half red, the right half blue: no browser we test in writes one. */
const avif =
  'AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA' +
  'AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAKQAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA' +
  'AGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAACAAA' +
  'ABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAADFtZGF0EgAKBRgMv7AhMh4QAAC2+i9DdqjObbyIhErHpXPx' +
  'fY18y4eCnX1GOmA=';

/** Our own server under another name, which is another origin, and one that it allows nothing. */
const elsewhere = location.origin.includes('127.0.0.1')
  ? location.origin.replace('127.0.0.1', 'localhost')
  : location.origin.replace('localhost', '127.0.0.1');

const isRed = ([red = 0, , blue = 0]: readonly number[]) => red > 200 && blue < 60;

const codes = async (url: string) => (await loadImage(url, { scope })).problems?.map(({ code }) => code);

/** Serves one answer to fetch while `run` runs. */
async function served(response: () => Response, run: (url: string) => Promise<void>): Promise<void> {
  const original = globalThis.fetch;
  globalThis.fetch = async () => response();
  try {
    await run(`/not-really/${Math.random()}.png`);
  } finally {
    globalThis.fetch = original;
  }
}

describe('loadImage', () => {
  it('reads data: and blob: URLs, with their natural size', async () => {
    const blob = await encoded('image/png');
    const local = URL.createObjectURL(blob);
    for (const url of [local, await dataUrl(blob)]) {
      const { value } = await loadImage(url, { scope });
      expect([value?.width, value?.height, value?.revision]).to.deep.equal([40, 30, 0]);
    }
    URL.revokeObjectURL(local);
  });

  // Where the stored top left corner is seen, by orientation, as right and bottom.
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  corners.forEach(([right, bottom], i) => {
    it(`turns a photograph of orientation ${i + 1} upright`, async () => {
      const { value } = await loadImage(await dataUrl(await turned(await cornered(), i + 1)), { scope });
      const [width, height] = i < 4 ? [64, 32] : [32, 64];
      expect([value?.width, value?.height]).to.deep.equal([width, height]);
      const seen = [0, 1].flatMap((down) =>
        [0, 1]
          .filter((over) => isRed(pixel(value as PixelSource, over ? width - 4 : 4, down ? height - 4 : 4)))
          .map((over) => [over, down]),
      );
      expect(seen).to.deep.equal([[right, bottom]]);
    });
  });

  it('tells how much has come of an image of the same origin', async () => {
    const blob = await encoded('image/png');
    const seen: (number | undefined)[][] = [];
    await served(
      () => new Response(blob, { headers: { 'content-length': `${blob.size}`, 'content-type': 'image/png' } }),
      async (url) => {
        const { value } = await loadImage(url, { scope, onProgress: (loaded, total) => seen.push([loaded, total]) });
        expect(value?.width).to.equal(40);
      },
    );
    expect(seen.at(-1)).to.deep.equal([blob.size, blob.size]);
  });

  it('says that a picture is not there, and where it was looked for', async () => {
    const { problems } = await loadImage('/no/such/picture.png', { scope });
    expect(problems?.[0]?.code).to.equal('media/not-found');
    expect(problems?.[0]?.message).to.include('/no/such/picture.png').and.include('404');
  });

  it('says that a server does not answer', async () => {
    expect(await codes('http://127.0.0.1:9/picture.png')).to.deep.equal(['media/not-found']);
  });

  it('tells a server that does not let us read a picture from one that does not answer', async () => {
    const refused = `${elsewhere}/test/fixtures/image/deep_files/6/0_0.png`;
    const load = async (url: string, crossOrigin?: 'anonymous') =>
      loadImage(url, { scope, ...(crossOrigin && { crossOrigin }) });
    expect((await load(refused)).value?.width).to.equal(50);
    const { value, problems } = await load(refused, 'anonymous');
    expect([value, problems?.[0]?.code]).to.deep.equal([undefined, 'media/not-found']);
    expect(problems?.[0]?.message).to.match(/CORS.*Access-Control-Allow-Origin/);
    const silent = await load('http://127.0.0.1:9/picture.png', 'anonymous');
    expect(silent.problems?.[0]?.message).not.to.include('Access-Control-Allow-Origin');
  });

  it('says that something is no picture', async () => {
    expect(await codes('data:image/png;base64,AAAA')).to.deep.equal(['media/unreadable']);
    await served(
      () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      async (url) => {
        const { problems } = await loadImage(url, { scope });
        expect(problems?.[0]?.code).to.equal('media/unreadable');
        expect(problems?.[0]?.message).to.include('text/html');
      },
    );
  });

  for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
    it(`says that a cut ${type} cannot be read`, async () => {
      const blob = await encoded(type, 300, 200);
      expect(await codes(await dataUrl(blob.slice(0, Math.floor(blob.size / 2), type)))).to.deep.equal([
        'media/unreadable',
      ]);
    });
  }

  it('says that a picture without size cannot be shown', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>';
    expect(await codes(`data:image/svg+xml,${encodeURIComponent(svg)}`)).to.deep.equal(['media/unreadable']);
  });

  it('keeps quiet when it is aborted', async () => {
    const loading = loadImage('/test/no-matter.png', { scope });
    scope.dispose();
    expect(await loading).to.deep.equal({ problems: [] });
  });

  for (const url of ['', 'javascript:alert(1)', 'file:///etc/hostname', 'ftp://example.org/a.png', 'http://']) {
    it(`does not ask for "${url}"`, async () => {
      const { problems } = await loadImage(url, { scope });
      expect(problems?.map(({ code }) => code)).to.deep.equal(['media/not-found']);
      expect(problems?.[0]?.message).to.include('is not loaded');
    });
  }

  it('shows what is a picture, whatever it is called', async () => {
    const { value } = await loadImage(await dataUrl(new Blob([await encoded('image/webp')], { type: 'image/png' })), {
      scope,
    });
    expect(value?.width).to.equal(40);
  });

  for (const [name, bytes] of [
    ['GIF', 'R0lGODdhAgABAIABAP8AAAAA/ywAAAAAAgABAAACAkQKADs='],
    ['BMP', 'Qk06AAAAAAAAADYAAAAoAAAAAgAAAP////8BABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAAAAD//wAAAAA='],
  ] as const) {
    it(`reads a ${name}`, async () => {
      const { value } = await loadImage(`data:application/octet-stream;base64,${bytes}`, { scope });
      expect([value?.width, value?.height]).to.deep.equal([2, 1]);
    });
  }

  it('reads an AVIF', async () => {
    const { value } = await loadImage(`data:image/avif;base64,${avif}`, { scope });
    expect([value?.width, value?.height]).to.deep.equal([16, 8]);
    expect([2, 13].map((x) => isRed(pixel(value as PixelSource, x, 4)))).to.deep.equal([true, false]);
  });

  it('cuts a picture of very many pixels into tiles, exactly', async function () {
    this.timeout(60_000);
    const [width, height] = [9000, 7300];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.fillStyle = '#0000ff';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#ff0000';
    context.fillRect(8192, 512, 1, 1);
    context.fillRect(width - 1, height - 1, 1, 1);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const local = URL.createObjectURL(blob);
    const { value } = await loadImage(local, { scope });
    URL.revokeObjectURL(local);
    const source = value as TiledSource;
    expect([source.width, source.height]).to.deep.equal([width, height]);
    expect(source.levels.map((level) => level.width)).to.deep.equal([9000, 4500, 2250, 1125]);
    const { signal } = new AbortController();
    const at = async (level: number, column: number, row: number, x: number, y: number) => {
      const tile = await source.tile(level, column, row, signal);
      const seen = pixel({ width: 1, height: 1, revision: 0, pixels: () => tile }, x, y);
      return [tile.width, tile.height, ...seen];
    };
    expect(await at(0, 16, 1, 0, 0)).to.deep.equal([512, 512, 255, 0, 0, 255]);
    expect(await at(0, 16, 1, 1, 0)).to.deep.equal([512, 512, 0, 0, 255, 255]);
    expect(await at(0, 17, 14, 295, 131)).to.deep.equal([296, 132, 255, 0, 0, 255]);
    expect(await at(3, 2, 1, 100, 100)).to.deep.equal([101, 401, 0, 0, 255, 255]);
  });

  it('leaves no object URL behind', async () => {
    const made = new Set<string>();
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      made.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      made.delete(url);
      revokeObjectURL.call(URL, url);
    };
    try {
      const blob = await encoded('image/png');
      await served(
        () => new Response(blob),
        async (url) => void (await loadImage(url, { scope })),
      );
    } finally {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
    }
    expect([...made]).to.deep.equal([]);
  });
});
