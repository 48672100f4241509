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

/** The same as a Label Studio config and task. */
export function makeTask(boxes, url) {
  const percent = (part, whole) => (part / whole) * 100;
  return {
    config: `<View><Image name="img" value="$image" zoom="true"/><RectangleLabels name="label" toName="img">${labels
      .map((label) => `<Label value="${label}"/>`)
      .join('')}</RectangleLabels></View>`,
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
            type: 'rectanglelabels',
            origin: 'manual',
            image_rotation: 0,
            original_width: picture.width,
            original_height: picture.height,
            value: {
              x: percent(box.x, picture.width),
              y: percent(box.y, picture.height),
              width: percent(box.width, picture.width),
              height: percent(box.height, picture.height),
              rotation: 0,
              rectanglelabels: [box.label],
            },
          })),
        },
      ],
    },
  };
}
