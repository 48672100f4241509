import type { Example } from './example.js';
import { namedOnPage, page } from './page.js';
import { rockets, seenOnRockets } from './photographs.js';
import { onPicture, place, spans } from './results.js';

const boxes = seenOnRockets.map(([label, score, box], index) => ({
  id: `box-${index + 1}`,
  from_name: 'objects',
  to_name: 'photo',
  type: 'rectanglelabels',
  ...onPicture(rockets),
  value: { ...place(box, rockets), rectanglelabels: [label] },
  score,
}));

const names = spans(page, namedOnPage).map(({ label, start, end, text }, index) => ({
  id: `name-${index + 1}`,
  from_name: 'names',
  to_name: 'page',
  type: 'labels',
  value: { start, end, text, labels: [label] },
  score: 0.9,
}));

export const photographAndPage: Example = {
  id: 'photograph-and-page',
  title: 'A photograph and a page',
  about: 'Boxes on a photograph and spans in a text, with what two models found: copy a prediction and correct it.',
  config: `<View>
  <Header value="What is in the hall?"/>
  <RectangleLabels name="objects" toName="photo">
    <Label value="Stage"/>
    <Label value="Engine"/>
    <Label value="Person"/>
    <Label value="Vehicle"/>
    <Label value="Sign"/>
  </RectangleLabels>
  <Image name="photo" value="$photo"/>
  <Choices name="scene" toName="photo" choice="single-radio" layout="inline">
    <Choice value="Factory"/>
    <Choice value="Launch pad"/>
    <Choice value="Museum"/>
  </Choices>

  <Header value="Who, where and when?"/>
  <Labels name="names" toName="page">
    <Label value="Person"/>
    <Label value="Place"/>
    <Label value="Date"/>
  </Labels>
  <Text name="page" value="$page" granularity="word"/>
</View>`,
  task: {
    id: 1,
    data: { photo: rockets.url, page },
    predictions: [
      {
        id: 11,
        model_version: 'objects-2',
        score: 0.9,
        result: [
          ...boxes,
          { id: 'scene-1', from_name: 'scene', to_name: 'photo', type: 'choices', value: { choices: ['Factory'] } },
        ],
      },
      { id: 12, model_version: 'names-5', score: 0.9, result: names },
    ],
  },
};
