import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { checkRequired, controlNames, visibility } from '../parts/control-attributes.js';

/** Its code is `value`, which is no attribute of the list: what looks like a `$reference` in it is JavaScript. */
export const reactCodeTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'ReactCode',
  about: 'A labelling interface of your own in a sandboxed frame: an app at an address, or a React component.',
  content: 'text',
  // It speaks of itself, whatever its toName says.
  controls: [],
  result: { type: 'reactcode', key: 'reactcode', ofItself: true },
  speaksOf: 'any',
  attributes: {
    name: controlNames.name,
    toName: { type: 'name', about: 'Its own name, if anything.' },
    data: { type: 'data', about: 'What the app is given of the task, such as `$claims`.' },
    src: { type: 'string', about: 'Address of the app; without it the text inside is the code of a component.' },
    reactUrl: {
      type: 'string',
      about: 'For code: addresses of modules, separated by blanks, that export React and createRoot.',
    },
    inputs: { type: 'string', about: 'The JSON schema of `data`, for people and for exports.' },
    outputs: { type: 'string', about: 'The JSON schema of results, for people and for exports.' },
    style: { type: 'string', about: 'CSS declarations for the frame, or the same as JSON.' },
    className: { type: 'string', about: 'Class names, for the rules of a <Style> tag.' },
    allow: { type: 'string', about: 'What the app may use of the browser, such as `fullscreen`.' },
    required: { type: 'boolean', default: false, about: 'The task cannot be submitted without a result.' },
    requiredMessage: { type: 'string', about: 'What is said when the result is missing.' },
    ...visibility,
  },
  examples: [
    {
      title: 'An app of the task',
      config: '<View><ReactCode name="stars" src="$app" data="$title" style="height: 120px"/></View>',
      data: {
        title: 'Fog over the river',
        app: `data:text/html,${encodeURIComponent(
          '<body style="font:13px system-ui"><p></p><button>Keep</button><script>let tag;const say=m=>parent.postMessage({tag,...m},"*");' +
            'onmessage=({data:m})=>{if(m.type==="init"){tag=m.tag;document.querySelector("p").textContent=m.data}};' +
            'document.querySelector("button").onclick=()=>say({type:"addRegion",value:{keep:true}});say({type:"ready"})</script>',
        )}`,
      },
    },
  ],
  check: (value, attributes) => checkRequired(value, attributes, 'Interface'),
  load: () => import('./reactcode.view.js').then((module) => module.reactCodeView),
};
