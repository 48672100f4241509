/** From “A Scandal in Bohemia” by Arthur Conan Doyle, 1891, in the public domain; see CREDITS.md. */
export const page = `To Sherlock Holmes she is always THE woman. I have seldom heard him mention her under any other name. In his eyes she eclipses and predominates the whole of her sex. It was not that he felt any emotion akin to love for Irene Adler. …

From time to time I heard some vague account of his doings: of his summons to Odessa in the case of the Trepoff murder, of his clearing up of the singular tragedy of the Atkinson brothers at Trincomalee, and finally of the mission which he had accomplished so delicately and successfully for the reigning family of Holland. Beyond these signs of his activity, however, which I merely shared with all the readers of the daily press, I knew little of my former friend and companion.

One night—it was on the twentieth of March, 1888—I was returning from a journey to a patient (for I had now returned to civil practice), when my way led me through Baker Street. As I passed the well-remembered door, which must always be associated in my mind with my wooing, and with the dark incidents of the Study in Scarlet, I was seized with a keen desire to see Holmes again, and to know how he was employing his extraordinary powers. His rooms were brilliantly lit, and, even as I looked up, I saw his tall, spare figure pass twice in a dark silhouette against the blind.`;

/** Who, where and when. Left for a person to find: the Study in Scarlet, which is the name of a case. */
export const namedOnPage: readonly (readonly [label: string, words: string])[] = [
  ['Person', 'Sherlock Holmes'],
  ['Person', 'Holmes'],
  ['Person', 'Irene Adler'],
  ['Place', 'Odessa'],
  ['Person', 'Trepoff'],
  ['Person', 'Atkinson brothers'],
  ['Place', 'Trincomalee'],
  ['Place', 'Holland'],
  ['Date', 'twentieth of March, 1888'],
  ['Place', 'Baker Street'],
];
