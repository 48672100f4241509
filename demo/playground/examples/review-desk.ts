import type { CommentDetail } from '../../../src/index.js';
import type { Example } from './example.js';

const text = `The parcel came two days late and the box was torn open at one side. The kettle itself is fine: it boils a litre in under three minutes and switches off by itself. The lid is stiff, though, and the lamp has been flickering since the second day. Your hotline was friendly and promised a new lamp by Friday. I would buy it again, but please pack it better.`;

type Label = 'Praise' | 'Fault' | 'Wish';

let made = 0;
const span = (id: string, label: Label, words: string, more: object = {}) => {
  const start = text.indexOf(words);
  return {
    id,
    from_name: 'finding',
    to_name: 'letter',
    type: 'labels',
    value: { start, end: start + words.length, text: words, labels: [label] },
    ...more,
  };
};
const answer = (name: string, type: string, value: object) => ({
  id: `answer-${++made}`,
  from_name: name,
  to_name: 'letter',
  type,
  value,
});

const ada = { id: 7, displayName: 'Ada Berg' };
const noor = { id: 8, displayName: 'Noor Haddad' };

const first = [
  span('late', 'Fault', 'two days late'),
  span('torn', 'Fault', 'the box was torn open at one side'),
  span('boils', 'Praise', 'boils a litre in under three minutes'),
  span('lamp', 'Fault', 'the lamp has been flickering', { meta: { text: ['Known fault of the May series.'] } }),
  span('pack', 'Wish', 'please pack it better'),
  answer('mood', 'choices', { choices: ['Mixed'] }),
  answer('urgency', 'rating', { rating: 3 }),
];

/** What was said so far; ids are the host's. */
const said = [
  {
    id: 1,
    text: 'Is a delay a fault of the product? We agreed on "Fault" for anything that went wrong.',
    regionId: 'late',
    createdBy: ada,
    createdAt: '2026-03-02T09:12:00Z',
    isResolved: true,
  },
  {
    id: 2,
    text: 'The stiff lid is missing.',
    createdBy: noor,
    createdAt: '2026-03-02T10:40:00Z',
  },
];

export const reviewDesk: Example = {
  id: 'review-desk',
  title: 'Review',
  about:
    'Two people and a model read one letter: compare them (Shift C), comment, accept or reject; instructions are a key away (Shift I).',
  config: `<View>
  <Labels name="finding" toName="letter">
    <Label value="Praise" background="#15803d"/>
    <Label value="Fault" background="#dc2626"/>
    <Label value="Wish" background="#2b7de9"/>
  </Labels>
  <Text name="letter" value="$text"/>
  <Header value="How does the writer feel?" size="5"/>
  <Choices name="mood" toName="letter" choice="single" showInLine="true" required="true">
    <Choice value="Glad"/>
    <Choice value="Mixed"/>
    <Choice value="Cross"/>
  </Choices>
  <Header value="How soon must somebody answer?" size="5"/>
  <Rating name="urgency" toName="letter"/>
</View>`,
  task: {
    id: 71,
    description: `Mark **what is praised**, **what went wrong** and **what is wished for**, each as short as it can be understood.

- A delay is a fault.
- Leave out what is said of the hotline.
- Not sure? Write a comment on the region.`,
    data: { text },
    completions: [
      {
        id: 711,
        created_by: ada,
        lead_time: 84,
        result: first,
        history: [
          { id: 1, created_at: '2026-03-02T09:05:00Z', created_by: ada, result: first.slice(0, 3) },
          { id: 2, created_at: '2026-03-02T09:08:00Z', created_by: ada, result: first },
        ],
      },
      {
        id: 712,
        created_by: noor,
        ground_truth: true,
        lead_time: 102,
        result: [
          span('n-late', 'Fault', 'came two days late'),
          span('n-torn', 'Fault', 'box was torn open'),
          span('n-boils', 'Praise', 'boils a litre in under three minutes'),
          span('n-lid', 'Fault', 'The lid is stiff'),
          span('n-lamp', 'Fault', 'the lamp has been flickering'),
          span('n-pack', 'Wish', 'pack it better'),
          answer('mood', 'choices', { choices: ['Mixed'] }),
          answer('urgency', 'rating', { rating: 4 }),
        ],
      },
      { id: 713, created_by: { id: 9, displayName: 'Kit' }, was_cancelled: true, result: [] },
    ],
    predictions: [
      {
        id: 91,
        model_version: 'kettle-2',
        score: 0.81,
        result: [
          span('m-torn', 'Fault', 'torn open', { score: 0.92 }),
          span('m-fine', 'Praise', 'fine', { score: 0.66 }),
          span('m-lamp', 'Fault', 'lamp has been flickering', { score: 0.88 }),
          answer('mood', 'choices', { choices: ['Cross'] }),
        ],
      },
    ],
  },
  connect(editor) {
    const { panels, user } = editor;
    let comments: readonly object[] = said;
    let lastId = 2;
    const listen = (
      type: 'comment-create' | 'comment-update' | 'comment-delete',
      change: (detail: CommentDetail) => void,
    ) => {
      const hear = ({ detail }: CustomEvent<CommentDetail>) => {
        change(detail);
        editor.comments = comments as typeof editor.comments;
      };
      editor.addEventListener(type, hear);
      return () => editor.removeEventListener(type, hear);
    };
    const idOf = (comment: object) => (comment as { id?: unknown }).id;
    const stops = [
      listen('comment-create', ({ comment }) => {
        comments = [...comments, { ...comment, id: ++lastId }];
      }),
      listen('comment-update', ({ comment }) => {
        comments = comments.map((each) => (idOf(each) === comment.id ? { ...each, ...comment } : each));
      }),
      listen('comment-delete', ({ comment }) => {
        comments = comments.filter((each) => idOf(each) !== comment.id);
      }),
    ];
    editor.panels = ['topbar', 'tools', 'regions', 'details', 'history', 'comments', 'navigation', 'status'];
    editor.user = { id: 5, displayName: 'Mika Lund' };
    editor.review = true;
    editor.comments = said;
    return () => {
      for (const stop of stops) stop();
      editor.panels = panels;
      editor.user = user;
      editor.review = false;
      editor.comments = [];
    };
  },
};
