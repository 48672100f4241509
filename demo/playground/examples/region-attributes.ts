import type { Example } from './example.js';
import { rockets } from './photographs.js';
import { onPicture, type PixelBox, place } from './results.js';

const box = (id: string, label: string, at: PixelBox) => ({
  id,
  from_name: 'objects',
  to_name: 'photo',
  type: 'rectanglelabels',
  origin: 'manual',
  ...onPicture(rockets),
  value: { ...place(at, rockets), rectanglelabels: [label] },
});

/** What is said of a box: a result of its own, with the id and the place of the box. */
const said = (id: string, at: PixelBox, control: string, type: string, value: object) => ({
  id,
  from_name: control,
  to_name: 'photo',
  type,
  origin: 'manual',
  ...onPicture(rockets),
  value: { ...place(at, rockets), ...value },
});

const cart: PixelBox = [517, 184, 588, 242];
const worker: PixelBox = [600, 203, 617, 243];

export const regionAttributes: Example = {
  id: 'region-attributes',
  title: 'Attributes of regions',
  about:
    'Every box has a note, a drop-down, one answer and several: select one and write; Tab goes from field to field, Alt . to the next box.',
  config: `<View style="display: flex; flex-wrap: wrap; gap: 16px">
  <View style="flex: 1 1 440px; min-width: 0">
    <RectangleLabels name="objects" toName="photo">
      <Label value="Stage"/>
      <Label value="Engine"/>
      <Label value="Person"/>
      <Label value="Vehicle"/>
    </RectangleLabels>
    <Image name="photo" value="$photo"/>
  </View>
  <View style="flex: 0 1 260px">
    <View visibleWhen="no-region-selected">
      <Header value="Select or draw a box to describe it." size="5"/>
    </View>
    <View visibleWhen="region-selected">
      <TextArea name="note" toName="photo" perRegion="true" editable="true" label="Note" placeholder="What is special about it?">
        <Shortcut value="cut off at the edge" alias="cut off" hotkey="alt+c"/>
        <Shortcut value="seen through a gap" alias="gap" hotkey="alt+g"/>
      </TextArea>
      <Header value="Distance" size="5"/>
      <Choices name="distance" toName="photo" perRegion="true" layout="select" required="true"
               requiredMessage="Say of every box how far away it is.">
        <Choice value="Near"/>
        <Choice value="Middle"/>
        <Choice value="Far"/>
      </Choices>
      <Header value="How much of it is seen?" size="5"/>
      <Choices name="seen" toName="photo" perRegion="true" choice="single-radio" layout="inline">
        <Choice value="All"/>
        <Choice value="Most"/>
        <Choice value="A part"/>
      </Choices>
      <Header value="What makes it hard to see?" size="5"/>
      <Choices name="hard" toName="photo" perRegion="true" choice="multiple">
        <Choice value="Blur"/>
        <Choice value="Glare" hint="Light that falls into the camera"/>
        <Choice value="Something in front of it"/>
      </Choices>
    </View>
  </View>
</View>`,
  task: {
    id: 31,
    data: { photo: rockets.url },
    completions: [
      {
        id: 311,
        result: [
          box('stage', 'Stage', [0, 18, 232, 208]),
          box('cart', 'Vehicle', cart),
          said('cart', cart, 'note', 'textarea', { text: ['seen through a gap'] }),
          said('cart', cart, 'distance', 'choices', { choices: ['Far'] }),
          said('cart', cart, 'seen', 'choices', { choices: ['Most'] }),
          said('cart', cart, 'hard', 'choices', { choices: ['Blur', 'Something in front of it'] }),
          box('worker', 'Person', worker),
          said('worker', worker, 'distance', 'choices', { choices: ['Far'] }),
        ],
      },
    ],
  },
};
