import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import {
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleDot,
  CircleMinus,
  CircleQuestionMark,
  CircleX,
  Eye,
  EyeOff,
  type IconNode,
  LoaderCircle,
  Lock,
  LockOpen,
  Magnet,
  PanelRight,
  Plus,
  Redo2,
  Save,
  Settings2,
  SkipForward,
  Sparkles,
  Tag,
  TextSelect,
  Trash2,
  TriangleAlert,
  Undo2,
  User,
  X,
} from 'lucide';

/** The icons that are always there. Tools and plug-ins name theirs by these and by those that are fetched. */
const nodes: Readonly<Record<string, IconNode>> = {
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  'circle-alert': CircleAlert,
  'circle-dot': CircleDot,
  'circle-minus': CircleMinus,
  'circle-question-mark': CircleQuestionMark,
  'circle-x': CircleX,
  eye: Eye,
  'eye-off': EyeOff,
  'loader-circle': LoaderCircle,
  lock: Lock,
  'lock-open': LockOpen,
  magnet: Magnet,
  'panel-right': PanelRight,
  plus: Plus,
  'redo-2': Redo2,
  save: Save,
  'settings-2': Settings2,
  'skip-forward': SkipForward,
  sparkles: Sparkles,
  tag: Tag,
  'text-select': TextSelect,
  'trash-2': Trash2,
  'triangle-alert': TriangleAlert,
  'undo-2': Undo2,
  user: User,
  x: X,
};

const svg = 'http://www.w3.org/2000/svg';
const look = {
  class: 'icon',
  viewBox: '0 0 24 24',
  width: '16',
  height: '16',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.75',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
};

let drawing: Promise<Readonly<Record<string, IconNode>>> | undefined;

function fetchDrawing(): NonNullable<typeof drawing> {
  drawing ??= import('./drawing-icons.js').then(
    ({ drawingIcons }) => drawingIcons,
    () => ({}),
  );
  return drawing;
}

/** One that is not there yet is filled in when it is; an unknown name is shown as a dot. */
function draw(name: string): SVGElement {
  const element = (tag: string, attributes: object) => {
    const made = document.createElementNS(svg, tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const picture = element('svg', look);
  const fill = (node: IconNode = CircleDot) => {
    for (const [tag, attributes] of node) picture.append(element(tag, attributes));
  };
  if (nodes[name]) fill(nodes[name]);
  else void fetchDrawing().then((icons) => fill(icons[name]));
  if (name === 'loader-circle') picture.classList.add('turning');
  return picture;
}

class IconDirective extends Directive {
  #shown: string | undefined;

  render(name: string): unknown {
    if (name === this.#shown) return noChange;
    this.#shown = name;
    return draw(name);
  }
}

/** The icon of that name, 16 × 16 CSS pixels, in the colour of the text; it says nothing to screen readers. */
export const icon = directive(IconDirective);
