/** Data for the bench, written piece by piece: it is larger than what anybody wants to hold. */
import { closeSync, openSync, writeSync } from 'node:fs';

export const config = `<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image">
    <Label value="Car"/><Label value="Person"/><Label value="Traffic light"/><Label value="Bicycle"/>
  </RectangleLabels>
</View>`;
const labels = ['Car', 'Person', 'Traffic light', 'Bicycle'];

let seed = 1;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return seed / 2 ** 31;
};

const box = (task, index) => ({
  id: `r${task}-${index}`,
  from_name: 'label',
  to_name: 'image',
  type: 'rectanglelabels',
  original_width: 1920,
  original_height: 1080,
  image_rotation: 0,
  origin: 'manual',
  value: {
    x: random() * 80,
    y: random() * 80,
    width: random() * 20,
    height: random() * 20,
    rotation: 0,
    rectanglelabels: [labels[Math.floor(random() * labels.length)]],
  },
});

const labelled = (id, regions) => ({
  id,
  data: { image: `https://media.example.org/street/${id}.jpg`, camera: id % 7 },
  annotations: [
    {
      id: id * 10,
      completed_by: 1,
      created_at: '2026-01-02T03:04:05.678Z',
      lead_time: 12.5,
      was_cancelled: false,
      result: Array.from({ length: regions }, (_, index) => box(id, index)),
    },
  ],
  predictions: [],
});

const bare = (id) => ({
  data: {
    text: `Text number ${id}: what people wrote, in some words, with “signs” of all kinds.`,
    source: `s${id % 50}`,
  },
  meta: { page: id },
});

/** A list of tasks, one on each line; with 0 regions they have no completions. Answers with its size in bytes. */
export function writeTasks(path, count, regions) {
  const file = openSync(path, 'w');
  let size = 0;
  let text = '[\n';
  for (let id = 1; id <= count; id++) {
    text += `${JSON.stringify(regions > 0 ? labelled(id, regions) : bare(id))}${id < count ? ',\n' : '\n]\n'}`;
    if (text.length < 1 << 20 && id < count) continue;
    size += writeSync(file, text);
    text = '';
  }
  closeSync(file);
  return size;
}
