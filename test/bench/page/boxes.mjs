export const labels = ['Car', 'Person', 'Sign', 'Tree'];
export const picture = { width: 2000, height: 1500 };

/** A small generator of numbers from 0 to 1 (xorshift), so that all contenders get the same boxes. */
function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

/** `count` boxes that do not overlap, on a jittered grid; all in image pixels. */
export function makeBoxes(count) {
  const next = random(7919 + count);
  const columns = Math.ceil(Math.sqrt((count * picture.width) / picture.height));
  const cell = { width: picture.width / columns, height: picture.height / Math.ceil(count / columns) };
  return Array.from({ length: count }, (_, index) => {
    const width = cell.width * (0.5 + next() * 0.3);
    const height = cell.height * (0.5 + next() * 0.3);
    const x = (index % columns) * cell.width + next() * (cell.width - width);
    const y = Math.floor(index / columns) * cell.height + next() * (cell.height - height);
    return { id: `box${index}`, x, y, width, height, label: labels[index % labels.length] };
  });
}

/** Polygons of 20 points, each in the place of a box, as people draw round things. */
export function makePolygons(count) {
  const next = random(104729 + count);
  return makeBoxes(count).map((box) => {
    const points = Array.from({ length: 20 }, (_, index) => {
      const angle = (index / 20) * 2 * Math.PI;
      const reach = 0.35 + next() * 0.15;
      return [box.width * (0.5 + Math.cos(angle) * reach), box.height * (0.5 + Math.sin(angle) * reach)];
    });
    return { ...box, points };
  });
}

const percent = (part, whole) => (part / whole) * 100;

/** Geometry as results have it. Points of a polygon are given from the corner of its box. */
const resultValue = ({ x, y, width, height, points, label }) =>
  points
    ? {
        points: points.map(([dx, dy]) => [percent(x + dx, picture.width), percent(y + dy, picture.height)]),
        closed: true,
        polygonlabels: [label],
      }
    : {
        x: percent(x, picture.width),
        y: percent(y, picture.height),
        width: percent(width, picture.width),
        height: percent(height, picture.height),
        rotation: 0,
        rectanglelabels: [label],
      };

/** The left edge of a result, in percent. */
export const leftOf = ({ value }) => (value.points ? Math.min(...value.points.map(([x]) => x)) : value.x);

/** The same as a Label Studio config and task. */
export function makeTask(boxes, url) {
  const tag = boxes[0].points ? 'PolygonLabels' : 'RectangleLabels';
  return {
    config: `<View><Image name="img" value="$image" zoom="true"/><${tag} name="label" toName="img">${labels
      .map((label) => `<Label value="${label}"/>`)
      .join('')}</${tag}></View>`,
    task: {
      id: 1,
      data: { image: url },
      completions: [
        {
          id: 1,
          result: boxes.map((box) => ({
            id: box.id,
            from_name: 'label',
            to_name: 'img',
            type: tag.toLowerCase(),
            origin: 'manual',
            image_rotation: 0,
            original_width: picture.width,
            original_height: picture.height,
            value: resultValue(box),
          })),
        },
      ],
    },
  };
}
