import type { Example } from './example.js';
import { hall } from './photographs.js';
import { onPicture, place } from './results.js';

const box = place([29, 50, 289, 192], hall);
const on = { to_name: 'photo', ...onPicture(hall), origin: 'manual' };

export const boxesThenLabels: Example = {
  id: 'boxes-then-labels',
  title: 'Boxes first, labels after',
  about: 'A box, its label and its answers are three results that share one id; this task was submitted once before.',
  config: `<View>
  <Rectangle name="box" toName="photo" strokeWidth="2"/>
  <Labels name="kind" toName="photo">
    <Label value="Stage"/>
    <Label value="Engine"/>
    <Label value="Cart"/>
  </Labels>
  <Image name="photo" value="$photo" rotateControl="true" brightnessControl="true" contrastControl="true"/>
  <Choices name="seen" toName="photo" perRegion="true" choice="multiple" layout="inline">
    <Choice value="Partly hidden"/>
    <Choice value="Blurred"/>
  </Choices>
</View>`,
  task: {
    id: 3,
    data: { photo: hall.url },
    completions: [
      {
        id: 31,
        lead_time: 14.2,
        result: [
          { id: 'stage', from_name: 'box', type: 'rectangle', ...on, value: box },
          { id: 'stage', from_name: 'kind', type: 'labels', ...on, value: { ...box, labels: ['Stage'] } },
          { id: 'stage', from_name: 'seen', type: 'choices', ...on, value: { ...box, choices: ['Partly hidden'] } },
        ],
      },
    ],
  },
};
