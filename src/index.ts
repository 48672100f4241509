import { builtInTags } from './tags/index.js';
import { LabelEditor } from './ui/label-editor.js';

export type * from './contract.js';
export type { AssistDetail, LabelEditorEventMap, SaveDetail } from './ui/events.js';
export { LabelEditor } from './ui/label-editor.js';

const name = 'label-editor';

const present = customElements.get(name);
if (present) {
  console.warn(
    `<${name}> is defined already, perhaps by another copy of this script. The first one stays; this copy is not used.`,
  );
} else {
  LabelEditor.use(builtInTags);
  LabelEditor.use({
    name: 'label-editor/geometry',
    geometry: {
      stage2d: () => import('./geometry/picture.js').then(({ pictureGeometry }) => pictureGeometry),
      flow: () => import('./geometry/flow.js').then(({ flowGeometry }) => flowGeometry),
    },
  });
  customElements.define(name, LabelEditor);
}

declare global {
  interface HTMLElementTagNameMap {
    'label-editor': LabelEditor;
  }
}
