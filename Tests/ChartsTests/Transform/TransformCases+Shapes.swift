extension TransformCase {
  static let shapes: [TransformCase] = [
    TransformCase(
      #"""
      [{"fold":["a","t"],"as":["k","v"]}]
      """#, fields: "b k v",
      rows: """
        x|a|3
        x|t|1
        y|a|1
        y|t|2
        x|a|null
        x|t|3
        y|a|7
        y|t|4
        x|a|7
        x|t|5
        x|a|-2
        x|t|6
        z|a|4.5
        z|t|7
        """),
    TransformCase(
      #"""
      [{"calculate":"[datum.t, datum.t*2]","as":"l"},{"calculate":"[datum.a]","as":"m"},{"\#
      flatten":["l","m"]}]
      """#, fields: "t l m",
      rows: """
        1|1|3
        1|2|null
        2|2|1
        2|4|null
        3|3|null
        3|6|null
        4|4|7
        4|8|null
        5|5|7
        5|10|null
        6|6|-2
        6|12|null
        7|7|4.5
        7|14|null
        """),
    TransformCase(
      #"""
      [{"pivot":"b","value":"a","groupby":["d"]}]
      """#, fields: "d x y z",
      rows: """
        1325721600000|3|undefined|undefined
        1328832000000|undefined|1|undefined
        1329696000000|undefined|undefined|undefined
        1375228800000|undefined|7|undefined
        1388448000000|7|undefined|undefined
        1394323200000|-2|undefined|undefined
        1394841600000|undefined|undefined|4.5
        """),
    TransformCase(
      #"""
      [{"pivot":"b","value":"t","op":"max","limit":2}]
      """#, fields: "x y z",
      rows: """
        6|4|undefined
        """),
    TransformCase(
      #"""
      [{"impute":"a","key":"t","groupby":["b"],"value":0}]
      """#, fields: "t b a",
      rows: """
        1|x|3
        2|y|1
        3|x|null
        4|y|7
        5|x|7
        6|x|-2
        7|z|4.5
        2|x|0
        4|x|0
        7|x|0
        1|y|0
        3|y|0
        5|y|0
        6|y|0
        7|y|0
        1|z|0
        2|z|0
        3|z|0
        4|z|0
        5|z|0
        6|z|0
        """),
    TransformCase(
      #"""
      [{"impute":"a","key":"t","groupby":["b"],"method":"mean"}]
      """#, fields: "t b a",
      rows: """
        1|x|3
        2|y|1
        3|x|2.6666666666666665
        4|y|7
        5|x|7
        6|x|-2
        7|z|4.5
        2|x|2.6666666666666665
        4|x|2.6666666666666665
        7|x|2.6666666666666665
        1|y|4
        3|y|4
        5|y|4
        6|y|4
        7|y|4
        1|z|4.5
        2|z|4.5
        3|z|4.5
        4|z|4.5
        5|z|4.5
        6|z|4.5
        """),
    TransformCase(
      #"""
      [{"impute":"a","key":"t","method":"mean","frame":[-1,1]}]
      """#, fields: "t b a",
      rows: """
        1|x|3
        2|y|1
        3|x|4
        4|y|7
        5|x|7
        6|x|-2
        7|z|4.5
        """),
    TransformCase(
      #"""
      [{"impute":"a","key":"t","keyvals":{"start":0,"stop":10,"step":3},"groupby":["b"],"m\#
      ethod":"max"}]
      """#, fields: "t b a",
      rows: """
        1|x|3
        2|y|1
        3|x|7
        4|y|7
        5|x|7
        6|x|-2
        7|z|4.5
        0|x|7
        9|x|7
        2|x|7
        4|x|7
        7|x|7
        0|y|7
        3|y|7
        6|y|7
        9|y|7
        1|y|7
        5|y|7
        7|y|7
        0|z|4.5
        3|z|4.5
        6|z|4.5
        9|z|4.5
        1|z|4.5
        2|z|4.5
        4|z|4.5
        5|z|4.5
        """),
  ]
}
