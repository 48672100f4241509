import type { Example } from './example.js';

export const readingChat: Example = {
  id: 'chat',
  title: 'A chat to carry on and judge',
  about: 'A conversation with a call of a tool; write on as either side, and rate it as a whole.',
  config: `<View style="display: flex; flex-wrap: wrap; gap: 16px">
  <View style="flex: 2 1 340px; min-width: 0">
    <Chat name="chat" value="$chat" minMessages="6" maxMessages="20" editable="true"/>
  </View>
  <View style="flex: 1 1 220px">
    <View visibleWhen="no-region-selected">
      <Header value="Select a message that you wrote to judge it" size="5"/>
    </View>
    <View visibleWhen="region-selected" whenRole="assistant">
      <Header value="The answer" size="5"/>
      <Rating name="answer" toName="chat" perRegion="true"/>
      <Choices name="tone" toName="chat" perRegion="true" choice="multiple">
        <Choice value="Too long"/>
        <Choice value="Wrong"/>
        <Choice value="Unkind"/>
      </Choices>
    </View>
    <View visibleWhen="region-selected" whenRole="user">
      <Header value="The question" size="5"/>
      <Choices name="question" toName="chat" perRegion="true">
        <Choice value="Clear"/>
        <Choice value="Unclear"/>
      </Choices>
    </View>
    <Header value="The whole conversation" size="5"/>
    <Rating name="whole" toName="chat"/>
  </View>
</View>`,
  task: {
    id: 31,
    data: {
      chat: [
        { role: 'system', content: 'You help travellers. You know ferries, trains and tides.' },
        { role: 'user', content: 'Can I walk over to the island **tomorrow morning**?', createdAt: 1710000000000 },
        {
          role: 'assistant',
          content: 'Let me look at the tides first.',
          createdAt: 1710000004000,
          tool_calls: [
            { id: 'call-1', type: 'function', function: { name: 'tides', arguments: '{"place":"Holy Island"}' } },
          ],
        },
        { role: 'tool', name: 'tides', content: '| Low water | Metres |\n|---|---|\n| 05:48 | 0.9 |\n| 18:20 | 1.1 |' },
        {
          role: 'assistant',
          content:
            'Yes, if you start **between 4 and 7**:\n\n1. low water is at 5:48,\n2. the causeway is dry two hours before and after,\n3. be back, or over, by *half past seven*.',
          createdAt: 1710000009000,
        },
      ],
    },
  },
};
