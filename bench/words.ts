const places = [
  '三号楼二单元',
  '北门岗亭',
  '地下车库B区',
  '幼儿园门口',
  '活动室旁',
  '垃圾房边',
  '九号楼楼顶',
  '中心花园',
]
const things = [
  '路灯坏了',
  '下水道堵了',
  '电梯一直响',
  '消防通道被占',
  '楼上漏水',
  '夜里装修很吵',
  '井盖松动',
  '充电桩不能用',
]
const wishes = [
  '请尽快派人来看看',
  '老人晚上不敢出门',
  '已经三天了',
  '孩子放学要经过这里',
  '麻烦告诉我什么时候能修好',
  '谢谢',
]

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''

/** An invented voice of about forty characters; different for every index. */
export function sentence(index: number): string {
  return `${pick(places, index)}的${pick(things, index * 7 + 3)}，${pick(wishes, index * 5 + 1)}，${pick(wishes, index * 3 + 2)}。第${index}次路过看到的情况，周围有${(index % 40) + 2}户受影响。`
}

/** A word that every hundredth of the filled matters holds. */
export const rare = '翡翠手镯'
