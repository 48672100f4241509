import { expect } from 'chai';
import { loadImage } from '../../../src/media/image.js';

const { signal } = new AbortController();

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

/** A JPEG with an EXIF block that says it lies on its side. */
async function turned(jpeg: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  const exif = [
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1,
    0, 6, 0, 0, 0, 0, 0, 0,
  ];
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: jpeg.type });
}

const codes = async (url: string) => (await loadImage(url, { signal })).problems?.map(({ code }) => code);

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
      const { value } = await loadImage(url, { signal });
      expect([value?.width, value?.height, value?.revision]).to.deep.equal([40, 30, 0]);
    }
    URL.revokeObjectURL(local);
  });

  it('turns a photograph upright', async () => {
    const { value } = await loadImage(await dataUrl(await turned(await encoded('image/jpeg'))), { signal });
    expect([value?.width, value?.height]).to.deep.equal([30, 40]);
  });

  it('tells how much has come of an image of the same origin', async () => {
    const blob = await encoded('image/png');
    const seen: (number | undefined)[][] = [];
    await served(
      () => new Response(blob, { headers: { 'content-length': `${blob.size}`, 'content-type': 'image/png' } }),
      async (url) => {
        const { value } = await loadImage(url, { signal, onProgress: (loaded, total) => seen.push([loaded, total]) });
        expect(value?.width).to.equal(40);
      },
    );
    expect(seen.at(-1)).to.deep.equal([blob.size, blob.size]);
  });

  it('says that a picture is not there, and where it was looked for', async () => {
    const { problems } = await loadImage('/no/such/picture.png', { signal });
    expect(problems?.[0]?.code).to.equal('media/not-found');
    expect(problems?.[0]?.message).to.include('/no/such/picture.png').and.include('404');
  });

  it('says that a server does not answer', async () => {
    expect(await codes('http://127.0.0.1:9/picture.png')).to.deep.equal(['media/not-found']);
  });

  it('says that something is no picture', async () => {
    expect(await codes('data:image/png;base64,AAAA')).to.deep.equal(['media/unreadable']);
    await served(
      () => new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      async (url) => {
        const { problems } = await loadImage(url, { signal });
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
    const controller = new AbortController();
    const loading = loadImage('/test/no-matter.png', { signal: controller.signal });
    controller.abort();
    expect(await loading).to.deep.equal({ problems: [] });
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
        async (url) => void (await loadImage(url, { signal })),
      );
    } finally {
      Object.assign(URL, { createObjectURL, revokeObjectURL });
    }
    expect([...made]).to.deep.equal([]);
  });
});
