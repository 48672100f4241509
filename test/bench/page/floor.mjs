import { labels } from './boxes.mjs';

const colours = ['#e6194b', '#3cb44b', '#4363d8', '#f58231'];

function trace(target, { x, y, width, height, points }) {
  if (!points) return target.rect(x, y, width, height);
  for (const [index, [dx, dy]] of points.entries()) {
    if (index === 0) target.moveTo(x + dx, y + dy);
    else target.lineTo(x + dx, y + dy);
  }
  target.closePath();
}

const leftOf = ({ x, points }) => x + (points ? Math.min(...points.map(([dx]) => dx)) : 0);

/**
 * The physical limit: one canvas that draws, pans, zooms and drags boxes, and does nothing else. While one box is
 * dragged, all others are one picture.
 */
export async function mount(host, boxes, url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = host.clientWidth;
  canvas.height = host.clientHeight;
  canvas.style.display = 'block';
  host.replaceChildren(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  let regions = boxes.map((box) => ({ ...box, colour: labels.indexOf(box.label) }));
  const fit = Math.min(canvas.width / image.naturalWidth, canvas.height / image.naturalHeight);
  let view = { scale: fit, x: 0, y: 0 };
  let held; // the box that is dragged, with `behind`, the picture of all others
  let queued = false;

  const place = (target) => target.setTransform(view.scale, 0, 0, view.scale, view.x, view.y);
  function paintAll(target, except) {
    target.resetTransform();
    target.fillStyle = '#ddd';
    target.fillRect(0, 0, canvas.width, canvas.height);
    place(target);
    target.drawImage(image, 0, 0);
    target.lineWidth = 1 / view.scale;
    const left = -view.x / view.scale;
    const top = -view.y / view.scale;
    const right = left + canvas.width / view.scale;
    const bottom = top + canvas.height / view.scale;
    for (const [index, colour] of colours.entries()) {
      target.beginPath();
      for (const box of regions) {
        const seen = box.x < right && box.y < bottom && box.x + box.width > left && box.y + box.height > top;
        if (box.colour === index && box !== except && seen) trace(target, box);
      }
      target.fillStyle = `${colour}33`;
      target.strokeStyle = colour;
      target.fill();
      target.stroke();
    }
  }
  function paint() {
    queued = false;
    if (!held) return paintAll(context);
    context.resetTransform();
    context.drawImage(held.behind, 0, 0);
    place(context);
    context.strokeStyle = colours[held.box.colour];
    context.lineWidth = 2 / view.scale;
    context.beginPath();
    trace(context, held.box);
    context.stroke();
  }
  const invalidate = () => {
    if (!queued) requestAnimationFrame(paint);
    queued = true;
  };

  const toImage = ({ offsetX, offsetY }) => ({
    x: (offsetX - view.x) / view.scale,
    y: (offsetY - view.y) / view.scale,
  });
  let move; // what a move of the pointer does now
  canvas.addEventListener('pointerdown', (down) => {
    canvas.setPointerCapture(down.pointerId);
    if (down.button === 1) {
      const from = { x: view.x - down.offsetX, y: view.y - down.offsetY };
      move = ({ offsetX, offsetY }) => {
        view = { ...view, x: from.x + offsetX, y: from.y + offsetY };
      };
      return;
    }
    const at = toImage(down);
    const inside = (box) => at.x >= box.x && at.y >= box.y && at.x <= box.x + box.width && at.y <= box.y + box.height;
    const box = regions.findLast(inside);
    if (!box) return;
    const behind = new OffscreenCanvas(canvas.width, canvas.height);
    paintAll(behind.getContext('2d', { alpha: false }), box);
    held = { box, behind };
    const grip = { x: at.x - box.x, y: at.y - box.y };
    move = (event) => {
      const to = toImage(event);
      box.x = to.x - grip.x;
      box.y = to.y - grip.y;
    };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!move) return;
    move(event);
    invalidate();
  });
  canvas.addEventListener('pointerup', () => {
    move = undefined;
    held = undefined;
    invalidate();
  });
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const factor = event.deltaY < 0 ? 1.1 : 1 / 1.1;
      const { offsetX, offsetY } = event;
      view = {
        scale: view.scale * factor,
        x: offsetX - (offsetX - view.x) * factor,
        y: offsetY - (offsetY - view.y) * factor,
      };
      invalidate();
    },
    { passive: false },
  );

  paint();
  return {
    async next() {
      image.src = `${url}#2`;
      await image.decode();
      regions = boxes.map((box) => ({ ...box, colour: labels.indexOf(box.label) }));
      paint();
    },
    count: () => regions.length,
    /** The viewport point of an image point. */
    point: (x, y) => ({ x: view.x + x * view.scale, y: view.y + y * view.scale }),
    /** Where the left edges of the boxes are, in percent of the image. */
    lefts: () => regions.map((box) => (leftOf(box) / image.naturalWidth) * 100),
  };
}
