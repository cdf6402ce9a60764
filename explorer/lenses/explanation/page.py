"""Explanations as one HTML page that needs nothing else: hover a word to see its map.

Every picture has its words as chips; the map, its values under the pointer, a threshold and the
true grid are there without a network or a server.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from cmap import Colormap
from PIL import Image

from explorer.core.media import Pixels
from explorer.lenses.explanation.methods import METHODS
from explorer.lenses.heat_picture import data_uri
from explorer.lenses.word_patch import Explanation

LONGEST = 640


@dataclass(frozen=True, slots=True)
class Shown:
    """One explanation on a page, with its picture (uint8 RGB) and what to call it."""

    title: str
    picture: Pixels
    explanation: Explanation
    best: bool = False


def explanation_page(shown: Sequence[Shown], title: str = "Why did it match") -> str:
    """HTML of one or many explanations."""
    cards = "\n".join(_card(place, one) for place, one in enumerate(shown))
    data = json.dumps([_data(one) for one in shown]).replace("</", "<\\/")
    ramp = (Colormap("magma")(0.25 + 0.75 * np.linspace(0, 1, 64))[:, :3] * 255).round().astype(int)
    script = _SCRIPT.replace("/*DATA*/", data).replace("/*RAMP*/", json.dumps(ramp.tolist()))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{escape(title)}</h1>{_CONTROLS}</header>"
        f"<main>{cards}</main><script>{script}</script></body></html>\n"
    )


def _card(place: int, shown: Shown) -> str:
    explanation = shown.explanation
    chips = " ".join(
        f'<button data-card="{place}" data-word="{number}" class="{_class(shown, number)}" '
        f'title="best {word.score:.4f}">{escape(word.word)}</button>'
        for number, word in enumerate(explanation.words)
    )
    method = METHODS[explanation.method]
    mark = " · the most faithful here" if shown.best else ""
    belief = explanation.faithfulness
    told = ""
    if not np.isnan(belief.deletion):
        told = f"deletion {belief.deletion:.2f} · insertion {belief.insertion:.2f}"
        if belief.better_than_random is not None:
            told += " · " + ("" if belief.better_than_random else "no ") + "better than random"
    return (
        f'<section id="card{place}"><h2>{escape(shown.title)}</h2><p class="chips">{chips}</p>'
        f'<div class="picture"><img alt="{escape(shown.title)}" src="{_small(shown.picture)}">'
        f'<canvas></canvas></div><p class="value">&nbsp;</p>'
        f'<p class="quiet" title="{escape(method.does)}. {escape(method.paper)}">'
        f"{escape(method.title)}{mark} · {told}</p></section>"
    )


def _class(shown: Shown, number: int) -> str:
    word = shown.explanation.words[number]
    belief = word.faithfulness
    names = [] if word.content else ["function"]
    if belief is not None and belief.better_than_random is False:
        names.append("doubtful")
    return " ".join(names)


def _data(shown: Shown) -> dict[str, object]:
    explanation = shown.explanation
    return {
        "top": round(explanation.top, 6),
        "box": list(explanation.layout.box),
        "grid": list(explanation.grid),
        "words": [word.word for word in explanation.words],
        "maps": [np.round(word.map.astype(float), 5).tolist() for word in explanation.words],
    }


def _small(picture: Pixels) -> str:
    shrunk = Image.fromarray(picture)
    shrunk.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return data_uri(np.asarray(shrunk), "JPEG")


_CONTROLS = (
    '<label>Threshold <input id="threshold" type="range" min="0" max="95" value="0"></label>'
    '<label>Strength <input id="opacity" type="range" min="10" max="100" value="80"></label>'
    '<label><input id="grid" type="checkbox"> true grid</label>'
    '<span>0</span><canvas id="scale" width="128" height="8"></canvas>'
    "<span>best of the picture</span>"
)

_STYLE = """
body{margin:0;background:#1b1b1d;color:#e8e8ea;font:14px Inter,system-ui,sans-serif}
header{position:sticky;top:0;z-index:2;display:flex;gap:16px;align-items:center;flex-wrap:wrap;
padding:12px 24px;background:#232326;border-bottom:1px solid #38383d;font-size:12.5px}
h1{font-size:18px;margin:0 8px 0 0}h2{font-size:14px;margin:0 0 8px}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:24px;padding:24px}
section{min-width:0}.chips{margin:0 0 8px;line-height:2}
button{border:1px solid #8f7cf0;border-radius:6px;background:none;color:inherit;font:inherit;
padding:2px 8px;cursor:pointer}
button.function{border-color:#38383d;color:#a2a2a9}button.doubtful{border-style:dashed}
button.on,button:focus-visible{outline:2px solid #f2a93b;outline-offset:1px}
.picture{position:relative;line-height:0}.picture img{width:100%}
.picture canvas{position:absolute;inset:0;width:100%;height:100%}
.value,.quiet{margin:6px 0 0;font-size:12px;color:#a2a2a9;font-variant-numeric:tabular-nums}
"""

_SCRIPT = """
const data=/*DATA*/,ramp=/*RAMP*/,pick=id=>document.getElementById(id);
const chosen=data.map(one=>one.words.findIndex((_,i)=>!document.querySelector(
 `[data-card="${data.indexOf(one)}"][data-word="${i}"]`).classList.contains('function')));
function alpha(share){return Math.max(0,Math.min(1,share*1.6-.08))}
function draw(card){
 const one=data[card],section=pick('card'+card),canvas=section.querySelector('.picture canvas');
 const image=section.querySelector('img'),[rows,cols]=one.grid,[l,t,r,b]=one.box;
 canvas.width=image.naturalWidth;canvas.height=image.naturalHeight;
 const small=document.createElement('canvas');small.width=cols;small.height=rows;
 const to=small.getContext('2d'),cells=to.createImageData(cols,rows);
 const least=pick('threshold').value/100,opacity=pick('opacity').value/100;
 one.maps[chosen[card]].flat().forEach((value,i)=>{
  const share=Math.max(0,Math.min(1,value/Math.max(one.top,1e-9)));
  const colour=ramp[Math.round(share*63)];
  for(let c=0;c<3;c++)cells.data[4*i+c]=colour[c];
  cells.data[4*i+3]=share<least?0:255*opacity*alpha(share);});
 to.putImageData(cells,0,0);
 const on=canvas.getContext('2d'),w=canvas.width,h=canvas.height;
 on.imageSmoothingEnabled=!pick('grid').checked;on.imageSmoothingQuality='high';
 on.drawImage(small,l*w,t*h,(r-l)*w,(b-t)*h);
 section.querySelectorAll('button').forEach((chip,i)=>chip.classList.toggle('on',i===chosen[card]));
}
document.querySelectorAll('button').forEach(chip=>{
 const show=()=>{chosen[+chip.dataset.card]=+chip.dataset.word;draw(+chip.dataset.card)};
 chip.addEventListener('mouseenter',show);chip.addEventListener('focus',show);
 chip.addEventListener('click',show)});
data.forEach((one,card)=>{
 const section=pick('card'+card),area=section.querySelector('.picture');
 area.addEventListener('mousemove',event=>{
  const size=area.getBoundingClientRect(),[rows,cols]=one.grid,[l,t,r,b]=one.box;
  const x=Math.floor(((event.clientX-size.left)/size.width-l)/(r-l)*cols);
  const y=Math.floor(((event.clientY-size.top)/size.height-t)/(b-t)*rows);
  const row=one.maps[chosen[card]][y],value=row&&row[x];
  section.querySelector('.value').textContent=value===undefined?'\\u00a0':
   `${one.words[chosen[card]]}: ${value.toFixed(4)} at row ${y+1}, column ${x+1}`});
 const image=section.querySelector('img');
 if(image.complete)draw(card);else image.addEventListener('load',()=>draw(card))});
['threshold','opacity','grid'].forEach(id=>pick(id).addEventListener('input',
 ()=>data.forEach((_,card)=>draw(card))));
const scale=pick('scale').getContext('2d');
for(let x=0;x<128;x++){scale.globalAlpha=.8*alpha(x/127);
 scale.fillStyle=`rgb(${ramp[Math.round(x/127*63)]})`;scale.fillRect(x,0,1,8)}
"""
