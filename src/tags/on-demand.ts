import type { Plugin } from '../contract/plugin.js';
import { basicTags } from './families/basics.js';

/** The tags that come with the editor, as a page gets them: what nearly every config has at once, the rest when it is met. */
export const onDemandTags: Plugin = {
  name: 'label-editor',
  tags: basicTags,
  later: [
    {
      names: words(
        `Markdown Collapse Panel Repeater Filter TextArea Shortcut Number Rating DateTime Pairwise Choices Choice Taxonomy ReactCode List Ranker Bucket`,
      ),
      load: () => import('./families/asking.js').then(({ askingTags }) => askingTags),
    },
    {
      names:
        words(`Image Rectangle RectangleLabels Polygon PolygonLabels MultiPolygonLabels Ellipse EllipseLabels KeyPoint
        KeyPointLabels Vector VectorLabels SkeletonLabels Brush BrushLabels Bitmask BitmaskLabels MagicWand`),
      load: () => import('./families/pictures.js').then(({ pictureTags }) => pictureTags),
    },
    {
      // One name in a line each, in the order of the family.
      names: [
        'Paragraphs',
        'Dialog',
        'ParagraphLabels',
        'Table',
        'Pdf',
        'OcrLabels',
        'HyperText',
        'HyperTextLabels',
        'Chat',
      ],
      load: () => import('./families/reading.js').then(({ readingTags }) => readingTags),
    },
    {
      names: words('Audio AudioPlus Video VideoRectangle TimelineLabels PointCloud Pcd CuboidLabels Dicom'),
      load: () => import('./families/media.js').then(({ mediaTags }) => mediaTags),
    },
  ],
};

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
