import { Star } from 'lucide-react';
import { Tooltip } from '../../../components/controls/tooltip.tsx';
import { operationWords } from '../../../words/operations.ts';

/** The star beside a favourite operation. */
export const FavouriteMark = () => (
  <Star aria-label={operationWords.favourites} size={12} strokeWidth={1.6} className="op-star on" />
);

export const FavouriteButton = ({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) => {
  const label = isOn ? operationWords.unfavourite : operationWords.favourite;
  return (
    <Tooltip text={label}>
      <button
        type="button"
        className="btn ghost icon small"
        aria-label={label}
        aria-pressed={isOn}
        onClick={() => onChange(!isOn)}
      >
        <Star aria-hidden="true" size={14} strokeWidth={1.5} className={isOn ? 'op-star on' : 'op-star'} />
      </button>
    </Tooltip>
  );
};
