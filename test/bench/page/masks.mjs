/** Large brush masks, as results of Label Studio. */
export const size = { width: 3000, height: 2860 };

/** A blot with a ragged edge: for each row the first pixel in it and the first after it. */
function blot(index) {
  const [cx, cy, radius] = [400 + ((index * 613) % 2200), 400 + ((index * 811) % 2060), 250 + ((index * 37) % 150)];
  const rows = new Map();
  for (let y = cy - radius; y < cy + radius; y++) {
    const half = Math.sqrt(radius ** 2 - (y - cy) ** 2) + 9 * Math.sin(y / 7 + index);
    rows.set(y, [Math.round(cx - half), Math.round(cx + half)]);
  }
  return rows;
}

/** The runs of equal bytes of the mask's RGBA, `[value, length]`. */
function* runs(rows) {
  let empty = 0;
  for (let y = 0; y < size.height; y++) {
    const [from, to] = rows.get(y) ?? [size.width, size.width];
    empty += from * 4;
    if (to <= from) continue;
    yield [0, empty];
    yield [255, (to - from) * 4];
    empty = (size.width - to) * 4;
  }
  yield [0, empty];
}

/** Bits in, bytes out: the stream that is in results, made of runs only. */
function rleOf(rows) {
  const bytes = [];
  let [held, bits] = [0, 0];
  const put = (value, width) => {
    for (let bit = width - 1; bit >= 0; bit--) {
      held = (held << 1) | ((value >>> bit) & 1);
      if (++bits < 8) continue;
      bytes.push(held);
      [held, bits] = [0, 0];
    }
  };
  put(size.width * size.height * 4, 32);
  put(7, 5);
  for (const width of [3, 4, 8, 16]) put(width - 1, 4);
  for (const [value, length] of runs(rows)) {
    for (let left = length; left > 0; left -= 65536) {
      put(0b111, 3);
      put(Math.min(left, 65536) - 1, 16);
      put(value, 8);
    }
  }
  if (bits > 0) put(0, 8 - bits);
  return bytes;
}

export function makeMaskTask(count, url) {
  return {
    config:
      '<View><BrushLabels name="label" toName="img"><Label value="Sky"/><Label value="Road" hotkey="2"/></BrushLabels><Image name="img" value="$image"/></View>',
    task: {
      id: 1,
      data: { image: url },
      completions: [
        {
          id: 1,
          result: Array.from({ length: count }, (_, index) => ({
            id: `mask${index}`,
            from_name: 'label',
            to_name: 'img',
            type: 'brushlabels',
            origin: 'manual',
            image_rotation: 0,
            original_width: size.width,
            original_height: size.height,
            value: { format: 'rle', rle: rleOf(blot(index)), brushlabels: ['Sky'] },
          })),
        },
      ],
    },
  };
}

/** The physical limit: a line that grows on a canvas of its own, over a picture of all else. */
export function mountFloor(host) {
  const canvas = document.createElement('canvas');
  canvas.width = host.clientWidth;
  canvas.height = host.clientHeight;
  canvas.style.display = 'block';
  host.replaceChildren(canvas);
  const context = canvas.getContext('2d');
  context.lineWidth = 15;
  context.lineCap = 'round';
  context.strokeStyle = '#f58231';
  let last;
  canvas.addEventListener('pointerdown', ({ offsetX, offsetY }) => {
    last = [offsetX, offsetY];
  });
  canvas.addEventListener('pointermove', ({ offsetX, offsetY }) => {
    if (!last) return;
    context.beginPath();
    context.moveTo(...last);
    context.lineTo(offsetX, offsetY);
    context.stroke();
    last = [offsetX, offsetY];
  });
  canvas.addEventListener('pointerup', () => {
    last = undefined;
  });
}
