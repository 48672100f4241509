import type { Example } from './example.js';

/** The names and edges of COCO's persons, standing upright; places in percent of the skeleton's box. */
const keypoints: readonly (readonly [name: string, x: number, y: number])[] = [
  ['nose', 50, 4],
  ['left_eye', 54, 2],
  ['right_eye', 46, 2],
  ['left_ear', 59, 4],
  ['right_ear', 41, 4],
  ['left_shoulder', 68, 19],
  ['right_shoulder', 32, 19],
  ['left_elbow', 80, 35],
  ['right_elbow', 20, 35],
  ['left_wrist', 88, 50],
  ['right_wrist', 12, 50],
  ['left_hip', 61, 52],
  ['right_hip', 39, 52],
  ['left_knee', 63, 75],
  ['right_knee', 37, 75],
  ['left_ankle', 64, 98],
  ['right_ankle', 36, 98],
];
const edges = [
  'nose left_eye',
  'nose right_eye',
  'left_eye left_ear',
  'right_eye right_ear',
  'left_shoulder right_shoulder',
  'left_shoulder left_elbow',
  'left_elbow left_wrist',
  'right_shoulder right_elbow',
  'right_elbow right_wrist',
  'left_shoulder left_hip',
  'right_shoulder right_hip',
  'left_hip right_hip',
  'left_hip left_knee',
  'left_knee left_ankle',
  'right_hip right_knee',
  'right_knee right_ankle',
].map((pair) => pair.split(' ') as [string, string]);

/** Two figures, so that there is something to put a skeleton on. */
const figure = (x: number, colour: string) =>
  `<g transform="translate(${x} 40)" fill="none" stroke="${colour}" stroke-width="26" stroke-linecap="round" stroke-linejoin="round"><circle cx="80" cy="28" r="22" fill="${colour}" stroke="none"/><path d="M80 70v110M80 78l-44 52-18 52M80 78l44 52 18 52M80 180l-22 78-6 82M80 180l22 78 6 82"/></g>`;
const drawing = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#dfe6ea"/><rect y="372" width="640" height="48" fill="#b9c4b1"/>${figure(90, '#6b7f92')}${figure(370, '#8d6f63')}</svg>`,
)}`;

/** The template laid into a box, all in percent of the picture. */
const placed = (left: number, top: number, width: number, height: number) =>
  keypoints.map(([name, x, y]) => ({
    name,
    x: Math.round((left + (x * width) / 100) * 100) / 100,
    y: Math.round((top + (y * height) / 100) * 100) / 100,
    visible: 2,
  }));

export const skeletons: Example = {
  id: 'skeletons',
  title: 'Skeletons of people',
  about: 'Drag a box round a person to lay the whole skeleton in, then pull its points into place.',
  config: `<View>
  <SkeletonLabels name="pose" toName="picture">
    <Label value="Walker" background="#d1495b"/>
    <Label value="Watcher" background="#2f6fed"/>
${keypoints.map(([name, x, y]) => `    <Keypoint value="${name}" x="${x}" y="${y}"/>`).join('\n')}
${edges.map(([from, to]) => `    <Edge from="${from}" to="${to}"/>`).join('\n')}
  </SkeletonLabels>
  <Image name="picture" value="$picture"/>
</View>`,
  task: {
    id: 22,
    data: { picture: drawing },
    completions: [
      {
        id: 221,
        lead_time: 12,
        result: [
          {
            id: 'first',
            from_name: 'pose',
            to_name: 'picture',
            type: 'skeletonlabels',
            origin: 'manual',
            original_width: 640,
            original_height: 420,
            image_rotation: 0,
            value: { keypoints: placed(15.3, 11.5, 22.5, 79), skeletonlabels: ['Walker'] },
          },
        ],
      },
    ],
  },
};
