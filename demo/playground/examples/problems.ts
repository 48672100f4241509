import type { Example } from './example.js';
import { launchPad } from './photographs.js';
import { onPicture, place } from './results.js';

export const problems: Example = {
  id: 'problems',
  title: 'A config with problems',
  about: 'Unknown tags, dangling and double names, missing data: all of it is said with its line, and the rest works.',
  config: `<View>
  <Header value="This part is in order"/>
  <RectangleLabels name="objects" toName="photo">
    <Label value="Rocket"/>
    <Label value="Tower"/>
  </RectangleLabels>
  <Image name="photo" value="$photo"/>

  <Header value="This part is not"/>
  <Hologram name="cube" value="$cube"/>
  <Choices name="weather" toName="phota">
    <Choice value="Clear"/>
    <Choice value="Cloudy"/>
  </Choices>
  <RectangleLabels name="objects" toName="photo" opacity="much">
    <Label value="Crane"/>
  </RectangleLabels>
  <RectangleLabels name="boxes" toName="note">
    <Label value="Word"/>
  </RectangleLabels>
  <Text name="note" value="$note"/>
  <Choice value="Lost"/>
</View>`,
  task: {
    id: 6,
    data: { photo: launchPad.url },
    completions: [
      {
        id: 61,
        result: [
          {
            id: 'rocket',
            from_name: 'objects',
            to_name: 'photo',
            type: 'rectanglelabels',
            ...onPicture(launchPad),
            value: { ...place([200, 92, 219, 236], launchPad), rectanglelabels: ['Rocket'] },
          },
          {
            id: 'cube',
            from_name: 'cube',
            to_name: 'cube',
            type: 'hologram',
            value: { note: 'Nobody here knows what this is. It is saved as it came.' },
          },
        ],
      },
    ],
  },
};
