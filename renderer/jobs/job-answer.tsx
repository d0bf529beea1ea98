import { useEffect, useState } from 'react';
import { readStream } from '../../preload/contract/stream-words.ts';
import { Button } from '../components/controls/button.tsx';
import { usePage } from '../page/page.ts';
import { jobWords } from '../words/jobs.ts';

/** What has arrived of an answer so far. Each question begins anew, and leaving the dialog stops it. */
function useArriving(id: string, isBusy: boolean): string {
  const { bridge } = usePage();
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!isBusy) return;
    let arrived = '';
    setWords('');
    return bridge.on('streamChunk', ({ requestId, text }) => {
      if (requestId !== id) return;
      arrived += text;
      setWords(readStream(arrived).words);
    });
  }, [bridge, id, isBusy]);
  useEffect(() => () => void bridge.cancelRequest({ requestId: id }), [bridge, id]);
  return words;
}

/** What is said to a question, as it arrives and then as a whole. */
export const JobAnswer = ({
  id,
  isBusy,
  whole,
}: {
  /** Of the form, which is also that of the request. */
  id: string;
  isBusy: boolean;
  /** The whole answer; `null` until it is there. */
  whole: string | null;
}) => {
  const { copy } = usePage();
  const arriving = useArriving(id, isBusy);
  if (!isBusy && whole === null) return null;
  const text = whole ?? arriving;
  const instead = isBusy ? jobWords.waiting : jobWords.noAnswer;
  return (
    <section className="job-answer" aria-label={jobWords.answer} aria-busy={isBusy} aria-live="polite">
      {text === '' ? <p className="quiet">{instead}</p> : <p className="answer-words">{text}</p>}
      {!isBusy && text !== '' && (
        <Button size="small" look="ghost" icon="copy" onClick={() => void copy(text, jobWords.answer)}>
          {jobWords.copyAnswer}
        </Button>
      )}
    </section>
  );
};
