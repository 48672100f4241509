import type { Example } from './example.js';
import { onPicture, place } from './results.js';

const columns = 125;
const rows = 80;
/** Pixels from one box to the next. */
const pitch = 24;
const size = { width: columns * pitch, height: rows * pitch };

/** Waves round two centres, so that the picture has a pattern to find one's way by. */
const wave = (column: number, row: number) =>
  Math.sin(Math.hypot(column - 40, row - 30) / 3.2) + Math.sin(Math.hypot(column - 95, row - 55) / 4.1);
const kinds = ['Dot', 'Ring', 'Tile'] as const;
const kindOf = (column: number, row: number) => kinds[Math.round(wave(column, row) / 1.4) + 1] ?? 'Dot';
const hue = (column: number, row: number) => 200 + 70 * wave(column, row);

/** A picture of 10,000 small things, drawn here and now. */
function picture(): string {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.fillStyle = '#101418';
  pen.fillRect(0, 0, size.width, size.height);
  pen.lineWidth = 3;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [(column + 0.5) * pitch, (row + 0.5) * pitch];
      pen.fillStyle = pen.strokeStyle = `hsl(${hue(column, row)} 65% 60%)`;
      pen.beginPath();
      const kind = kindOf(column, row);
      if (kind === 'Tile') pen.rect(x - 6, y - 6, 12, 12);
      else pen.arc(x, y, 6, 0, 2 * Math.PI);
      if (kind === 'Ring') pen.stroke();
      else pen.fill();
    }
  }
  return canvas.toDataURL('image/webp', 0.9);
}

function result() {
  const results = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [(column + 0.5) * pitch, (row + 0.5) * pitch];
      results.push({
        id: `${column}-${row}`,
        from_name: 'things',
        to_name: 'picture',
        type: 'rectanglelabels',
        origin: 'manual',
        ...onPicture(size),
        value: { ...place([x - 8, y - 8, x + 8, y + 8], size), rectanglelabels: [kindOf(column, row)] },
      });
    }
  }
  return results;
}

export const tenThousandBoxes: Example = {
  id: 'ten-thousand-boxes',
  title: '10,000 boxes',
  about: 'A picture and 10,000 boxes on it, made by code: zoom, pan and drag stay smooth.',
  config: `<View>
  <RectangleLabels name="things" toName="picture" strokeWidth="1" fillOpacity="0.1" canRotate="false">
    <Label value="Dot"/>
    <Label value="Ring"/>
    <Label value="Tile"/>
  </RectangleLabels>
  <Image name="picture" value="$picture"/>
</View>`,
  task: () => ({ id: 7, data: { picture: picture() }, completions: [{ id: 71, result: result() }] }),
};
