extension TransformCase {
  static let summaries: [TransformCase] = [
    TransformCase(
      #"""
      [{"aggregate":[{"op":"count","field":"a","as":"count"},{"op":"valid","field":"a","as\#
      ":"valid"},{"op":"missing","field":"a","as":"missing"},{"op":"distinct","field":"a",\#
      "as":"distinct"},{"op":"sum","field":"a","as":"sum"},{"op":"product","field":"a","as\#
      ":"product"},{"op":"mean","field":"a","as":"mean"},{"op":"variance","field":"a","as"\#
      :"variance"},{"op":"variancep","field":"a","as":"variancep"},{"op":"stdev","field":"\#
      a","as":"stdev"},{"op":"stdevp","field":"a","as":"stdevp"},{"op":"stderr","field":"a\#
      ","as":"stderr"},{"op":"median","field":"a","as":"median"},{"op":"q1","field":"a","a\#
      s":"q1"},{"op":"q3","field":"a","as":"q3"},{"op":"min","field":"a","as":"min"},{"op"\#
      :"max","field":"a","as":"max"}],"groupby":["b"]}]
      """#,
      fields:
        "b count valid missing distinct sum product mean variance variancep stdev stdevp stderr median q1 q3 min max",
      rows: """
        x|4|3|1|4|8|-42|2.6666666666666665|20.333333333333332|13.555555555555555|4.509249752\
        822894|3.681787005729087|2.6034165586355513|3|0.5|5|-2|7
        y|2|2|0|2|8|7|4|18|9|4.242640687119285|3|3|4|2.5|5.5|1|7
        z|1|1|0|1|4.5|4.5|4.5|undefined|undefined|undefined|undefined|undefined|4.5|4.5|4.5|\
        4.5|4.5
        """),
    TransformCase(
      #"""
      [{"joinaggregate":[{"op":"mean","field":"a","as":"m"},{"op":"count","as":"c"}],"grou\#
      pby":["b"]}]
      """#, fields: "t m c",
      rows: """
        1|2.6666666666666665|4
        2|4|2
        3|2.6666666666666665|4
        4|4|2
        5|2.6666666666666665|4
        6|2.6666666666666665|4
        7|4.5|1
        """),
    TransformCase(
      #"""
      [{"window":[{"op":"row_number","as":"row_number"},{"op":"rank","as":"rank"},{"op":"d\#
      ense_rank","as":"dense_rank"},{"op":"percent_rank","as":"percent_rank"}],"sort":[{"f\#
      ield":"a","order":"descending"}]}]
      """#, fields: "t row_number rank dense_rank percent_rank",
      rows: """
        1|4|4|3|0.5
        2|5|5|4|0.6666666666666666
        3|7|7|6|1
        4|1|1|1|0
        5|2|1|1|0
        6|6|6|5|0.8333333333333334
        7|3|3|2|0.3333333333333333
        """),
    TransformCase(
      #"""
      [{"window":[{"op":"lag","field":"a","as":"lag"},{"op":"lead","field":"a","param":2,"\#
      as":"lead"},{"op":"first_value","field":"a","as":"f"},{"op":"last_value","field":"a"\#
      ,"as":"l"},{"op":"nth_value","field":"a","param":2,"as":"n"},{"op":"ntile","param":3\#
      ,"as":"nt"},{"op":"prev_value","field":"a","as":"p"},{"op":"next_value","field":"a",\#
      "as":"x"}],"frame":[-1,1],"sort":[{"field":"t"}]}]
      """#, fields: "t lag lead f l n nt p x",
      rows: """
        1|null|null|3|1|1|1|3|3
        2|3|7|3|null|1|1|1|1
        3|1|7|1|7|null|2|1|7
        4|null|-2|null|7|7|2|7|7
        5|7|4.5|7|-2|7|3|7|7
        6|7|null|7|4.5|-2|3|-2|-2
        7|-2|null|-2|4.5|4.5|3|4.5|4.5
        """),
    TransformCase(
      #"""
      [{"window":[{"op":"sum","field":"a","as":"s"},{"op":"mean","field":"a","as":"m"}],"g\#
      roupby":["b"],"sort":[{"field":"t"}]}]
      """#, fields: "t s m",
      rows: """
        1|3|3
        2|1|1
        3|3|3
        4|8|4
        5|10|5
        6|8|2.6666666666666665
        7|4.5|4.5
        """),
    TransformCase(
      #"""
      [{"window":[{"op":"sum","field":"t","as":"s"},{"op":"count","as":"c"}],"frame":[-1,1\#
      ],"sort":[{"field":"a"}]}]
      """#, fields: "t s c",
      rows: """
        1|10|3
        2|9|3
        3|9|2
        4|16|3
        5|9|2
        6|11|3
        7|17|4
        """),
    TransformCase(
      #"""
      [{"window":[{"op":"sum","field":"t","as":"s"}],"frame":[null,0],"sort":[{"field":"a"\#
      }],"ignorePeers":true}]
      """#, fields: "t s",
      rows: """
        1|12
        2|11
        3|3
        4|23
        5|28
        6|9
        7|19
        """),
  ]
}
