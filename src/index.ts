import { onDemandTags } from './tags/on-demand.js';
import { LabelEditor } from './ui/label-editor.js';

export type * from './contract.js';
export type { AssistDetail, CommentDetail, LabelEditorEventMap, SaveDetail } from './ui/events.js';
export { LabelEditor } from './ui/label-editor.js';

const name = 'label-editor';

const present = customElements.get(name);
if (present) {
  console.warn(
    `<${name}> is defined already, perhaps by another copy of this script. The first one stays; this copy is not used.`,
  );
} else {
  LabelEditor.use(onDemandTags);
  LabelEditor.use({
    name: 'label-editor/geometry',
    geometry: {
      stage2d: () => import('./geometry/picture.js').then(({ pictureGeometry }) => pictureGeometry),
      time: async () => {
        // What has a time line beside its picture may have tracks in it.
        const [{ timeGeometry }, { filmGeometry }] = await Promise.all([
          import('./geometry/time.js'),
          import('./geometry/film.js'),
        ]);
        return {
          shapes: [...timeGeometry.shapes, ...filmGeometry.shapes],
          tools: [...timeGeometry.tools, ...filmGeometry.tools],
        };
      },
      scene3d: () => import('./geometry/scene.js').then(({ sceneGeometry }) => sceneGeometry),
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
