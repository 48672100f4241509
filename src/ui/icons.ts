import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  ArrowDown,
  ArrowUp,
  BringToFront,
  Brush,
  Check,
  ChevronDown,
  ChevronRight,
  Circle,
  CircleAlert,
  CircleDot,
  CircleMinus,
  CircleQuestionMark,
  CircleX,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Diamond,
  Eraser,
  Eye,
  EyeOff,
  Focus,
  Group,
  Hand,
  type IconNode,
  LoaderCircle,
  Lock,
  LockOpen,
  Magnet,
  MousePointer2,
  PanelRight,
  Pentagon,
  PersonStanding,
  Plus,
  Redo2,
  RotateCcw,
  RotateCw,
  Save,
  Scissors,
  SendToBack,
  Settings2,
  Shapes,
  SkipForward,
  Sparkles,
  Spline,
  Square,
  SquaresIntersect,
  SquaresSubtract,
  SquaresUnite,
  Tag,
  TextSelect,
  Trash2,
  TriangleAlert,
  Undo2,
  Ungroup,
  User,
  WandSparkles,
  X,
} from 'lucide';

/** The icons that are shipped. Tools and plug-ins name theirs by these; an unknown name is shown as a dot. */
const nodes: Readonly<Record<string, IconNode>> = {
  'align-center-horizontal': AlignCenterHorizontal,
  'align-center-vertical': AlignCenterVertical,
  'align-end-horizontal': AlignEndHorizontal,
  'align-end-vertical': AlignEndVertical,
  'align-horizontal-space-between': AlignHorizontalSpaceBetween,
  'align-start-horizontal': AlignStartHorizontal,
  'align-start-vertical': AlignStartVertical,
  'align-vertical-space-between': AlignVerticalSpaceBetween,
  'arrow-down': ArrowDown,
  'arrow-up': ArrowUp,
  'bring-to-front': BringToFront,
  brush: Brush,
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  circle: Circle,
  'circle-alert': CircleAlert,
  'circle-dot': CircleDot,
  'circle-minus': CircleMinus,
  'circle-question-mark': CircleQuestionMark,
  'circle-x': CircleX,
  'clipboard-paste': ClipboardPaste,
  copy: Copy,
  'copy-plus': CopyPlus,
  diamond: Diamond,
  eraser: Eraser,
  eye: Eye,
  'eye-off': EyeOff,
  focus: Focus,
  group: Group,
  hand: Hand,
  'loader-circle': LoaderCircle,
  lock: Lock,
  'lock-open': LockOpen,
  magnet: Magnet,
  'mouse-pointer-2': MousePointer2,
  'panel-right': PanelRight,
  pentagon: Pentagon,
  'person-standing': PersonStanding,
  plus: Plus,
  'redo-2': Redo2,
  'rotate-ccw': RotateCcw,
  'rotate-cw': RotateCw,
  save: Save,
  scissors: Scissors,
  'send-to-back': SendToBack,
  'settings-2': Settings2,
  shapes: Shapes,
  'skip-forward': SkipForward,
  sparkles: Sparkles,
  spline: Spline,
  square: Square,
  'squares-intersect': SquaresIntersect,
  'squares-subtract': SquaresSubtract,
  'squares-unite': SquaresUnite,
  tag: Tag,
  'text-select': TextSelect,
  'trash-2': Trash2,
  'triangle-alert': TriangleAlert,
  'undo-2': Undo2,
  ungroup: Ungroup,
  user: User,
  'wand-sparkles': WandSparkles,
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

function draw(name: string): SVGElement {
  const element = (tag: string, attributes: object) => {
    const made = document.createElementNS(svg, tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const picture = element('svg', look);
  for (const [tag, attributes] of nodes[name] ?? CircleDot) picture.append(element(tag, attributes));
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
