extension TransformCase {
  static let filters: [TransformCase] = [
    TransformCase(
      #"""
      [{"filter":{"field":"d","timeUnit":"year","equal":2013}}]
      """#, fields: "t",
      rows: """
        4
        5
        """),
    TransformCase(
      #"""
      [{"filter":{"field":"d","timeUnit":"month","oneOf":["jan","march"]}}]
      """#, fields: "t",
      rows: """
        1
        6
        7
        """),
    TransformCase(
      #"""
      [{"filter":{"field":"d","range":[{"year":2012,"month":2},{"year":2013,"month":"jul",\#
      "date":31}]}}]
      """#, fields: "t",
      rows: """
        2
        3
        4
        """),
    TransformCase(
      #"""
      [{"filter":{"and":[{"field":"a","gte":3},{"not":{"field":"b","equal":"x"}}]}}]
      """#, fields: "t",
      rows: """
        4
        7
        """),
    TransformCase(
      #"""
      [{"filter":{"or":[{"field":"a","lt":0},{"field":"b","oneOf":["z","q"]}]}}]
      """#, fields: "t",
      rows: """
        6
        7
        """),
    TransformCase(
      #"""
      [{"filter":{"field":"a","valid":true}}]
      """#, fields: "t",
      rows: """
        1
        2
        4
        5
        6
        7
        """),
    TransformCase(
      #"""
      [{"filter":{"field":"a","range":[null,3]}}]
      """#, fields: "t",
      rows: """
        1
        2
        3
        6
        """),
  ]
}
