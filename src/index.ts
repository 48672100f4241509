import { rectangleShape } from './shapes/rectangle/shape.js';
import { spanShape } from './shapes/span/shape.js';
import { builtInTags } from './tags/index.js';
import { boxTool } from './tools/box.js';
import { spanTool } from './tools/span.js';
import { transformTool } from './tools/transform.js';
import { LabelEditor } from './ui/label-editor.js';

export type * from './contract.js';
export type { LabelEditorEventMap, SaveDetail } from './ui/events.js';
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
    shapes: [rectangleShape, spanShape],
    tools: [transformTool('stage2d'), transformTool('flow'), boxTool, spanTool],
  });
  customElements.define(name, LabelEditor);
}

declare global {
  interface HTMLElementTagNameMap {
    'label-editor': LabelEditor;
  }
}
