import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { examplePdf } from '../parts/example-pdf.js';

export const pdfTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Pdf',
  about: 'Shows a PDF document page by page, to be classified or to have boxes and other shapes drawn on its pages.',
  space: 'stage2d',
  opens: ['flow'],
  draws: { shape: 'span', tools: ['span'] },
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, about: 'URL of the document.' },
    defaultZoom: {
      type: ['page', 'width'],
      default: 'page',
      about: 'How a page is shown first: all of it, or as wide as there is room.',
    },
    zoomBy: { type: 'number', default: 1.1, about: 'Factor of one step of zooming.' },
    thumbnails: { type: 'boolean', default: true, about: 'Show small pictures of the pages.' },
    crossOrigin: {
      type: ['none', 'anonymous', 'use-credentials'],
      default: 'none',
      about: 'How the document is asked for from another origin; `use-credentials` sends cookies along.',
    },
    showLabels: { type: 'boolean', default: false, about: 'Show label names at the regions.' },
    selectionControl: { type: 'boolean', default: true, about: 'Show the tool that selects and moves.' },
  },
  envelope: ({ width, height, rotation }) => ({
    ...(width !== undefined && { original_width: width }),
    ...(height !== undefined && { original_height: height }),
    image_rotation: rotation ?? 0,
  }),
  examples: [
    {
      title: 'Parts of a page',
      config: `<View>
  <RectangleLabels name="part" toName="pdf">
    <Label value="Heading"/>
    <Label value="Paragraph"/>
  </RectangleLabels>
  <Pdf name="pdf" value="$pdf"/>
</View>`,
      data: { pdf: examplePdf },
    },
  ],
  load: () => import('./pdf.view.js').then((module) => module.pdfView),
};
