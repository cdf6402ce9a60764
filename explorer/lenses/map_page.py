"""A map as one HTML file that opens anywhere, with thumbnails, without a network."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

MAX_THUMBNAILS = 2_000
"""More would make a page of hundreds of megabytes; the others are points with a title."""

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>$TITLE</title><style>
:root{color-scheme:light dark;--back:#f4f4f5;--text:#1c1c1f;--quiet:#66666e;--card:#fff}
@media(prefers-color-scheme:dark){
:root{--back:#1b1b1d;--text:#e8e8ea;--quiet:#a2a2a9;--card:#2c2c30}}
html,body{margin:0;height:100%;background:var(--back);color:var(--text);
font:14px Inter,system-ui,sans-serif;overflow:hidden}
canvas{display:block;cursor:grab;touch-action:none}
header{position:fixed;left:16px;top:12px}header small{color:var(--quiet);display:block}
#card{position:fixed;display:none;background:var(--card);border-radius:6px;padding:8px;
max-width:220px;pointer-events:none;box-shadow:0 2px 12px #0006}
#card img{max-width:200px;max-height:200px;display:block}
</style><header><b>$TITLE</b><small>$COUNT. Drag to move, wheel to zoom.</small></header>
<canvas></canvas><div id="card"></div><script>
const data=$DATA,colours=["#b5c95a","#8f7cf0","#46b8b0","#a2a2a9"];
const canvas=document.querySelector("canvas"),pen=canvas.getContext("2d");
const card=document.querySelector("#card"),pictures={};
let scale=1,left=0,up=0,drag=null;
const px=i=>[(data.x[i]-left)*scale+innerWidth/2,(up-data.y[i])*scale+innerHeight/2];
function fit(){scale=.45*Math.min(innerWidth,innerHeight);left=up=0}
function picture(i){if(!data.thumbnails[i])return null;
if(!pictures[i]){pictures[i]=new Image();pictures[i].onload=draw;
pictures[i].src="data:image/webp;base64,"+data.thumbnails[i]}return pictures[i]}
function draw(){const ratio=devicePixelRatio;canvas.width=innerWidth*ratio;
canvas.height=innerHeight*ratio;canvas.style.width=innerWidth+"px";
canvas.style.height=innerHeight+"px";pen.setTransform(ratio,0,0,ratio,0,0);
pen.clearRect(0,0,innerWidth,innerHeight);
const taken=new Set(),side=56;data.x.forEach((_,i)=>{const[x,y]=px(i);
if(x<-60||y<-60||x>innerWidth+60||y>innerHeight+60)return;
const cell=Math.floor(x/side)+","+Math.floor(y/side),image=picture(i);
if(image&&image.complete&&!taken.has(cell)&&scale>900){taken.add(cell);
const k=(side-6)/Math.max(image.width,image.height);
pen.drawImage(image,x-image.width*k/2,y-image.height*k/2,image.width*k,image.height*k)}
else{pen.fillStyle=colours[data.kind[i]%4];pen.globalAlpha=.8;pen.beginPath();
pen.arc(x,y,3,0,7);pen.fill();pen.globalAlpha=1}});names()}
function names(){const first=.45*Math.min(innerWidth,innerHeight);
const depth=Math.log2(scale/first)+.25,deepest=Math.max(0,...data.labels.map(l=>l[3]));
const taken=[],style=getComputedStyle(document.documentElement);pen.textAlign="center";
pen.textBaseline="middle";pen.lineJoin="round";pen.lineWidth=4;
pen.strokeStyle=style.getPropertyValue("--back");pen.fillStyle=style.getPropertyValue("--text");
for(const[x,y,text,level]of data.labels){if(level>0&&level>depth)continue;
if(level<Math.min(depth,deepest+.9)-1.75)continue;
const a=(x-left)*scale+innerWidth/2,b=(up-y)*scale+innerHeight/2;
const size=[18,14,12][Math.min(level,2)];pen.font=`600 ${size}px Inter,system-ui,sans-serif`;
const w=pen.measureText(text).width/2+6,h=size*.7;
if(a<-w||b<-h||a>innerWidth+w||b>innerHeight+h)continue;
if(taken.some(t=>Math.abs(t[0]-a)<t[2]+w&&Math.abs(t[1]-b)<t[3]+h))continue;
taken.push([a,b,w,h]);pen.strokeText(text,a,b);pen.fillText(text,a,b)}}
addEventListener("resize",draw);
canvas.onwheel=e=>{e.preventDefault();const f=Math.exp(-e.deltaY/400);
const x=(e.clientX-innerWidth/2)/scale,y=(e.clientY-innerHeight/2)/scale;
left+=x-x/f;up-=y-y/f;scale*=f;draw()};
canvas.onpointerdown=e=>{drag=[e.clientX,e.clientY];canvas.setPointerCapture(e.pointerId)};
canvas.onpointerup=()=>drag=null;
canvas.onpointermove=e=>{if(drag){left-=(e.clientX-drag[0])/scale;up+=(e.clientY-drag[1])/scale;
drag=[e.clientX,e.clientY];draw();return}
let best=-1,near=144;data.x.forEach((_,i)=>{const[x,y]=px(i);
const d=(x-e.clientX)**2+(y-e.clientY)**2;if(d<near){near=d;best=i}});
card.style.display=best<0?"none":"block";if(best>=0){card.textContent=data.title[best];
const image=picture(best);if(image)card.prepend(image.cloneNode());
card.style.left=Math.min(e.clientX+14,innerWidth-240)+"px";
card.style.top=Math.min(e.clientY+14,innerHeight-240)+"px"}};
fit();draw();</script></html>
"""


def map_page(
    title: str,
    coordinates: NDArray[np.float32],
    titles: Sequence[str],
    kinds: Sequence[int],
    thumbnails: Mapping[int, bytes],
    labels: Sequence[tuple[float, float, str, int]] = (),
) -> str:
    """One HTML page with a map.

    Parameters
    ----------
    coordinates
        float32 (n, 2), the bulk within -1..1, no NaN.
    titles, kinds
        (n,): what each point is called, and its kind: 0 picture, 1 words, 2 sound, 3 other.
    thumbnails
        Small WebP or JPEG files by position.
    labels
        Names of groups: x, y, text, level, of which deeper ones show nearer; by level.
    """
    data = {
        "x": np.round(coordinates[:, 0].astype(float), 4).tolist(),
        "y": np.round(coordinates[:, 1].astype(float), 4).tolist(),
        "title": list(titles),
        "labels": [[round(x, 4), round(y, 4), text, level] for x, y, text, level in labels],
        "kind": [int(kind) for kind in kinds],
        "thumbnails": {
            position: base64.b64encode(data).decode() for position, data in thumbnails.items()
        },
    }
    # "</" would end the script element; JSON allows the escape.
    payload = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    page = _PAGE.replace("$TITLE", html.escape(title))
    return page.replace("$COUNT", f"{len(titles):,} items").replace("$DATA", payload)
