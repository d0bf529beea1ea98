import { useEffect, useId, useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { formWords } from '../../words/forms.ts';
import { money } from '../../words/money.ts';
import { machine } from '../../words/sizes.ts';
import { isObject } from '../json/json.ts';
import { type Size, shownSizes, sizesOf } from '../pickers/sizes.ts';
import type { Offered } from '../pickers/use-options.ts';
import type { ControlIds } from './field-frame.tsx';
import { useForm } from './form-context.ts';
import { TextControl } from './text-control.tsx';

/** Droplet sizes with what they have and cost: three near the chosen one, or all. Any other slug can be typed. */
export const SizeChoice = ({
  ids,
  label,
  text,
  offered,
  onType,
}: {
  ids: ControlIds;
  label: string;
  text: string;
  offered: Offered;
  onType: (text: string) => void;
}) => {
  const { body } = useForm();
  const [isAllShown, setAllShown] = useState(false);
  const name = useId();
  const { load } = offered;
  useEffect(() => load(), [load]);
  const sizes = sizesOf(offered.rows);
  const region = isObject(body) && typeof body.region === 'string' ? body.region : null;
  const shown = shownSizes(sizes, { chosen: text, region, isAllShown });
  const chosen = sizes.find((size) => size.slug === text);
  if (sizes.length === 0) {
    return <TextControl ids={ids} text={text} placeholder={undefined} isLong={false} isSecret={false} onChange={onType} />;
  }
  return (
    <>
      {shown.length === 0 && region !== null && (
        <p className="small-text faint" role="status">
          {formWords.noSizeIn(region)}
        </p>
      )}
      <div className={classNames('op-sizes', isAllShown && 'all')} role="radiogroup" aria-label={label}>
        {shown.map((size) => (
          <SizeLine key={size.slug} size={size} name={name} isOn={size.slug === text} region={region} onChoose={onType} />
        ))}
      </div>
      <div className="row tiny-text spread">
        <span className="faint cut">{chosen && region ? placeText(chosen, region) : text}</span>
        <button type="button" className="link bare" onClick={() => setAllShown(!isAllShown)}>
          {isAllShown ? formWords.fewerSizes : formWords.allSizes(sizes.length)}
        </button>
      </div>
      {(isAllShown || (text !== '' && !chosen)) && (
        <TextControl
          ids={ids}
          text={chosen ? '' : text}
          placeholder={formWords.unknownSize}
          isLong={false}
          isSecret={false}
          onChange={onType}
        />
      )}
    </>
  );
};

const placeText = (size: Size, region: string): string =>
  size.regions.includes(region) ? formWords.offeredIn(size.slug, region) : formWords.notOfferedIn(size.slug, region);

const SizeLine = ({
  size,
  name,
  isOn,
  region,
  onChoose,
}: {
  size: Size;
  name: string;
  isOn: boolean;
  region: string | null;
  onChoose: (slug: string) => void;
}) => (
  <label className={classNames(isOn && 'on', region !== null && !size.regions.includes(region) && 'faint')} title={size.slug}>
    <input type="radio" className="op-radio" name={name} checked={isOn} onChange={() => onChoose(size.slug)} />
    <span className={classNames('tabular cut', isOn && 'medium')}>{machine(size.vcpus, size.memoryMb)}</span>
    <span className="faint tabular cut">{formWords.disk(size.diskGb)}</span>
    <span className="tabular right">{money(size.monthlyUsd)}</span>
  </label>
);
