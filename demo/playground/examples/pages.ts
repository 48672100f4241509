import type { Example } from './example.js';
import { hall, launchPad, rockets } from './photographs.js';

export const pages: Example = {
  id: 'pages',
  title: 'Pages of pictures',
  about: 'One task with three photographs: every box says by item_index which page it is on.',
  config: `<View>
  <RectangleLabels name="objects" toName="photos">
    <Label value="Rocket" hotkey="r"/>
    <Label value="Tower" hotkey="t"/>
    <Label value="Person" hotkey="p"/>
  </RectangleLabels>
  <Image name="photos" valueList="$photos"/>
  <Choices name="place" toName="photos" perItem="true" choice="single-radio" layout="inline">
    <Choice value="Inside"/>
    <Choice value="Outside"/>
  </Choices>
</View>`,
  task: { id: 4, data: { photos: [rockets.url, hall.url, launchPad.url] } },
};
