import type { AssistDetail } from '../../../src/index.js';
import type { Example } from './example.js';
import { rockets } from './photographs.js';

interface LabelledBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rectanglelabels: readonly string[];
}

/** Milliseconds that the model takes. */
const PAUSE = 600;

/** In place of a model: what is in a box is round. A real one would be asked over the network, with the picture. */
async function roundModel(prompt: AssistDetail['results']): Promise<AssistDetail['results']> {
  await new Promise((done) => setTimeout(done, PAUSE));
  const [box] = prompt as unknown as readonly [{ readonly value: LabelledBox }];
  const { x, y, width, height, rectanglelabels } = box.value;
  return [
    {
      from_name: 'round',
      type: 'ellipselabels',
      score: 0.87,
      value: {
        x: x + width / 2,
        y: y + height / 2,
        radiusX: width / 2,
        radiusY: height / 2,
        rotation: 0,
        ellipselabels: rectanglelabels,
      },
    },
  ];
}

export const smartTools: Example = {
  id: 'smart-tools',
  title: 'Ask a model',
  about: 'Boxes are shown to a toy model in this page, which answers with what is round in them, to accept or reject.',
  config: `<View>
  <View style="display: flex; gap: 1em; flex-wrap: wrap">
    <View>
      <Header value="Box to show the model" size="6"/>
      <RectangleLabels name="prompt" toName="photo" smartOnly="true">
        <Label value="Engine" hotkey="e"/>
        <Label value="Nozzle" hotkey="n"/>
      </RectangleLabels>
    </View>
    <View>
      <Header value="Ellipse by hand" size="6"/>
      <EllipseLabels name="round" toName="photo" smart="false">
        <Label value="Engine"/>
        <Label value="Nozzle"/>
      </EllipseLabels>
    </View>
  </View>
  <Image name="photo" value="$photo"/>
</View>`,
  task: { id: 12, data: { photo: rockets.url } },
  connect(editor) {
    const answer = ({ detail }: CustomEvent<AssistDetail>) => detail.respondWith(roundModel(detail.results));
    editor.assist = true;
    editor.addEventListener('assist-request', answer);
    return () => {
      editor.assist = false;
      editor.removeEventListener('assist-request', answer);
    };
  },
};
