import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23eed'/%3E%3Crect x='60' y='60' width='80' height='60' fill='%23385'/%3E%3Crect x='190' y='90' width='70' height='70' fill='%23a63'/%3E%3C/svg%3E";

export const rectangleLabelsTag = shapeLabels({
  tag: 'RectangleLabels',
  about: 'Draws labelled boxes on a picture.',
  controls: ['Image'],
  draws: { shape: 'rectangle', tools: ['box', 'box3'] },
  attributes: {
    canRotate: { type: 'boolean', default: true, about: 'Whether boxes can be turned.' },
    snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep edges on whole pixels.' },
  },
  example: {
    title: 'Two kinds of boxes',
    config: `<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="box" toName="image" canRotate="false">
    <Label value="Green" background="green"/>
    <Label value="Brown" background="#a63"/>
  </RectangleLabels>
</View>`,
    data: { image: picture },
  },
});
