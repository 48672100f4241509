import { examplePdf } from '../parts/example-pdf.js';
import { shapeLabels } from './family.js';

export const ocrLabelsTag = shapeLabels({
  tag: 'OcrLabels',
  about: 'Draws labelled boxes round text; on a PDF they take the words that lie under them.',
  controls: ['Pdf', 'Image'],
  draws: { shape: 'ocr', tools: ['ocr-box'] },
  attributes: {
    canRotate: { type: 'boolean', default: true, about: 'Whether boxes can be turned.' },
    snap: {
      type: ['words', 'none'],
      default: 'words',
      about: 'Whether a new box lies round the words that it was drawn over, or as it was drawn.',
    },
  },
  example: {
    title: 'Amounts in an invoice',
    config: `<View>
  <OcrLabels name="ocr" toName="pdf">
    <Label value="Item"/>
    <Label value="Amount"/>
  </OcrLabels>
  <Pdf name="pdf" value="$pdf"/>
</View>`,
    data: { pdf: examplePdf },
  },
});
