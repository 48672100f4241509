import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { picture } from '../parts/example-pictures.js';

export const imageTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Image',
  about: 'Shows a picture, or a list of them, to be classified or to have shapes drawn on it.',
  space: 'stage2d',
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, unless: 'valueList', about: 'URL of the picture, or a list of URLs.' },
    valueList: { type: 'data', about: 'List of URLs, one for each page; results then carry `item_index`.' },
    smoothing: {
      type: 'boolean',
      about:
        'Smooth pixels when zoomed in; without it the user decides, and where bitmasks are painted they are not smoothed.',
    },
    width: { type: 'string', default: '100%', about: 'Width of the picture, as in CSS.' },
    height: { type: 'string', about: 'Height of the picture, as in CSS.' },
    maxWidth: { type: 'string', default: '100%', about: 'Largest width, as in CSS.' },
    maxHeight: { type: 'string', default: 'calc(100vh - 194px)', about: 'Largest height, as in CSS.' },
    zoom: { type: 'boolean', default: true, about: 'Whether the wheel zooms.' },
    negativeZoom: { type: 'boolean', default: false, about: 'Whether one may zoom out further than to fit.' },
    zoomBy: { type: 'number', default: 1.1, about: 'Factor of one step of zooming.' },
    zoomControl: { type: 'boolean', default: true, about: 'Show buttons to zoom and pan.' },
    brightnessControl: { type: 'boolean', default: false, about: 'Show a control for brightness.' },
    contrastControl: { type: 'boolean', default: false, about: 'Show a control for contrast.' },
    rotateControl: { type: 'boolean', default: false, about: 'Show buttons to turn the picture by 90 degrees.' },
    selectionControl: { type: 'boolean', default: true, about: 'Show the tool that selects and moves.' },
    crosshair: { type: 'boolean', default: false, about: 'Draw lines through the pointer.' },
    grid: { type: 'boolean', default: false, about: 'Draw a grid over the picture.' },
    gridSize: { type: 'number', default: 30, about: 'Picture pixels between lines of the grid.' },
    gridColor: { type: 'colour', default: '#EEEEF4', about: 'Colour of the grid.' },
    showLabels: { type: 'boolean', default: false, about: 'Show label names at the regions.' },
    horizontalAlignment: {
      type: ['left', 'center', 'right'],
      default: 'left',
      about: 'Where a narrow picture stands.',
    },
    verticalAlignment: { type: ['top', 'center', 'bottom'], default: 'top', about: 'Where a low picture stands.' },
    defaultZoom: {
      type: ['fit', 'auto', 'original'],
      default: 'fit',
      about: 'How it is shown first: fitted, fitted but not enlarged, or pixel by pixel.',
    },
    crossOrigin: {
      type: ['none', 'anonymous', 'use-credentials'],
      default: 'none',
      about: 'How the picture is asked for from another origin.',
    },
    lazyOff: { type: 'boolean', default: false, about: 'Load all pages at once.' },
  },
  examples: [
    {
      title: 'Boxes on a picture',
      config: `<View>
  <RectangleLabels name="box" toName="image">
    <Label value="Square" background="#e02020"/>
    <Label value="Frame" background="#2060e0"/>
  </RectangleLabels>
  <Image name="image" value="$image"/>
</View>`,
      data: {
        image: picture(
          '#dde',
          "<rect x='40' y='50' width='90' height='90' fill='#c33'/><rect x='180' y='40' width='100' height='120' fill='none' stroke='#36c' stroke-width='8'/>",
        ),
      },
    },
  ],
  envelope: ({ width, height, rotation }) => ({
    ...(width !== undefined && { original_width: width }),
    ...(height !== undefined && { original_height: height }),
    image_rotation: rotation ?? 0,
  }),
  load: () => import('./image.view.js').then((module) => module.imageView),
};
